import { join } from 'node:path'
import { mkdirSync, writeFileSync } from 'node:fs'
import { composeArticle } from '../../bench/corpus/compose-article.ts'
import { STANDARD_CORPUS } from '../../bench/corpus/corpus-options.ts'
import type { ArticleRow } from '../../src/shared/model/article.ts'
import { hasSharedData } from '../support/shared-data.ts'
import { valueOf } from '../support/value-of.ts'
import { readerAddress } from './support/article-address.ts'
import { h5scPages, html5libPages, ownPages } from './support/hostile-pages.ts'
import { expect, test } from './support/offprint-test.ts'
import type { OpenedWindow } from './support/opened-window.ts'
import type { Program } from './support/program.ts'
import { watchRan } from './support/ran.ts'
import type { Sentinel } from './support/sentinel.ts'
import { showFrames } from './support/show-frames.ts'

/** Words enough to be taken for an article of its own, whatever stands beside them. */
function wordsOf(index: number): string {
  return `<p>${composeArticle({ ...STANDARD_CORPUS, words: 80 }, index).article.text}</p>`
}

/** Opens a window on an archive of hostile pages; answers it with the pages' articles. */
async function openHostile(
  program: Program,
  sentinel: Sentinel,
  openWindow: () => Promise<OpenedWindow>,
): Promise<{ readonly window: OpenedWindow; readonly rows: readonly ArticleRow[] }> {
  const pages = [...ownPages(sentinel.port), ...(hasSharedData ? [...h5scPages(), ...html5libPages()] : [])]
  const folder = join(program.home, 'hostile')
  mkdirSync(folder)
  for (const [index, { html }] of pages.entries()) {
    writeFileSync(join(folder, `${String(index).padStart(4, '0')}.html`), `${html}${wordsOf(index)}`)
  }
  await program.run('import', folder)
  const window = await openWindow()
  const rows = await window.articles()
  // Some hide every word of theirs, and are not taken as articles.
  expect(rows.length).toBeGreaterThan(0.6 * pages.length)
  return { window, rows }
}

test.beforeEach(({ complaints }) => {
  test.setTimeout(240_000)
  // Chromium says on the console what it refused; that something was refused is what the walls are for.
  complaints.allow(/./)
})

test('Hostile pages, imported, run nothing and reach nothing, as reader text and as originals', async ({
  program,
  openWindow,
  context,
  sentinel,
}) => {
  const { window, rows } = await openHostile(program, sentinel, openWindow)
  const ran = watchRan(context)
  const texts = await Promise.all(
    rows.map(async ({ uid }) => {
      const article = valueOf(await window.client.request('article.get', { uid, version: null }))
      return `${window.contentBase}${readerAddress(article)}`
    }),
  )
  const originals = await Promise.all(
    rows.map(async ({ uid }) => valueOf(await window.client.request('host.openOriginal', { uid, version: null })).url),
  )
  for (const [shown, urls, sandbox] of [
    ['reader text', texts, 'allow-same-origin'],
    ['originals', originals, ''],
  ] as const) {
    expect(await showFrames(window.page, urls, { sandbox }), shown).toBe(rows.length)
    expect(ran.signs(), shown).toEqual([])
    expect(sentinel.connections(), shown).toEqual([])
  }
})
