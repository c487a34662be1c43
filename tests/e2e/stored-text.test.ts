import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { hasSharedData, sharedData } from '../support/shared-data.ts'
import { valueOf } from '../support/value-of.ts'
import { readerAddress } from './support/article-address.ts'
import { expect, test } from './support/offprint-test.ts'

/** Frames that are read at once. */
const BATCH = 20

test.skip(!hasSharedData, 'the real pages beside the checkout are missing')

test('The text stored of every real page is what Chromium reads in its frame', async ({ program, openWindow }) => {
  test.setTimeout(300_000)
  const pages = globSync('extraction/**/*.html.gz', { cwd: sharedData('') }).filter(
    (path) => !path.includes('expected.'),
  )
  expect(pages.length).toBeGreaterThan(550)
  const folder = join(program.home, 'pages')
  mkdirSync(folder)
  for (const path of pages) {
    const name = path.replaceAll(/[\\/]/g, '_').replace(/\.gz$/, '')
    writeFileSync(join(folder, name), gunzipSync(readFileSync(sharedData(path))))
  }
  await program.run('import', folder)
  const window = await openWindow()
  const rows = (await window.articles()).filter(({ words }) => words > 0)
  expect(rows.length).toBeGreaterThan(530)
  const different: string[] = []
  for (let first = 0; first < rows.length; first += BATCH) {
    const batch = rows.slice(first, first + BATCH)
    const articles = await Promise.all(
      batch.map(async ({ uid }) => valueOf(await window.client.request('article.get', { uid, version: null }))),
    )
    const urls = articles.map((article) => `${window.contentBase}${readerAddress(article)}`)
    const texts = await window.page.evaluate(readTexts, urls)
    for (const [index, { text, title }] of articles.entries()) {
      if (texts[index] !== text) different.push(title ?? batch[index]?.label ?? '?')
    }
  }
  expect(different).toEqual([])
})

/** The text content of each address' article, shown in a frame as the reader shows it. */
function readTexts(urls: readonly string[]): Promise<readonly (string | null)[]> {
  const read = (url: string): Promise<string | null> =>
    new Promise((resolve) => {
      const frame = document.createElement('iframe')
      frame.setAttribute('sandbox', 'allow-same-origin')
      frame.addEventListener('load', () => {
        resolve(frame.contentDocument?.querySelector('article')?.textContent ?? null)
        frame.remove()
      })
      frame.src = url
      document.body.append(frame)
    })
  return Promise.all(urls.map(read))
}
