import { zstdDecompressSync } from 'node:zlib'
import BetterSqlite3 from 'better-sqlite3'
import { compress } from '../../src/main/import/steps/compress.ts'
import type { ArticleRow } from '../../src/shared/model/article.ts'
import { valueOf } from '../support/value-of.ts'
import { readerAddress } from './support/article-address.ts'
import { ownPages } from './support/hostile-pages.ts'
import { expect, test } from './support/offprint-test.ts'
import type { OpenedWindow } from './support/opened-window.ts'
import type { Program } from './support/program.ts'
import { watchRan } from './support/ran.ts'
import { showFrames } from './support/show-frames.ts'

/** Brings in so many plain texts, each with a title that tells it. */
async function bringTexts(program: Program, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    program.file(`texts/${index}.txt`, `Text number ${index}\n\nA secret that belongs to number ${index} alone.\n`)
  }
  await program.run('import', `${program.home}/texts`)
}

interface Row {
  readonly id: number
  readonly text: Uint8Array
}

/** Puts reader HTML into the archive past every step of an import: as if wall 1 were not there. */
function rewrite(program: Program, title: string, html: string): void {
  const database = new BetterSqlite3(program.archive)
  try {
    const row = database
      .prepare<[string], Row>('SELECT id, text_zstd AS text FROM rendition WHERE title = ?')
      .get(title)
    if (row === undefined) throw new Error(`there is no "${title}"`)
    const packed = compress(new TextEncoder().encode(html), zstdDecompressSync(row.text))
    database.prepare('UPDATE rendition SET html_zstd = ? WHERE id = ?').run(packed, row.id)
  } finally {
    database.close()
  }
}

const numberOf = ({ title }: ArticleRow): number => Number(/\d+$/.exec(title ?? '')?.[0])

async function addressOf({ client, contentBase }: OpenedWindow, { uid }: ArticleRow): Promise<string> {
  return `${contentBase}${readerAddress(valueOf(await client.request('article.get', { uid, version: null })))}`
}

test.beforeEach(({ complaints }) => {
  test.setTimeout(180_000)
  // Chromium says what the walls refused.
  complaints.allow(/./)
})

test('Hostile reader HTML that came into the archive past every import runs nothing and reaches nothing', async ({
  program,
  openWindow,
  context,
  sentinel,
}) => {
  const pages = ownPages(sentinel.port)
  await bringTexts(program, pages.length)
  for (const [index, { html }] of pages.entries()) {
    rewrite(program, `Text number ${index}`, `<article><h1>Hostile ${index}</h1>${html}</article>`)
  }
  const window = await openWindow()
  const ran = watchRan(context)
  const rows = await window.articles()
  const urls = await Promise.all(rows.map((row) => addressOf(window, row)))
  expect(await showFrames(window.page, urls, { sandbox: 'allow-same-origin' })).toBe(pages.length)

  // And as a person opens them.
  await window.page.getByRole('option').first().click()
  await window.page.keyboard.press('Enter')
  for (let opened = 0; opened < 25; opened++) {
    await expect(window.page.locator('iframe.article-frame.is-ready')).toBeVisible()
    await window.page.getByRole('button', { name: 'Next article' }).click()
  }
  expect(ran.signs()).toEqual([])
  expect(sentinel.connections()).toEqual([])
  expect(window.page.url()).toBe(`${(await program.host()).origin}/`)
})

test('What one item shows cannot read another item', async ({ program, openWindow }) => {
  await bringTexts(program, 2)
  const before = await openWindow()
  const rows = await before.articles()
  const secret = rows.find((row) => numberOf(row) === 1)
  if (secret === undefined) throw new Error('nothing was imported')
  // The worst case: the hostile item knows where the other one is.
  const other = await addressOf(before, secret)
  const { url: original } = valueOf(
    await before.client.request('host.openOriginal', { uid: secret.uid, version: null }),
  )
  const reach = (address: string): string =>
    `<iframe src="${address}"></iframe><object data="${address}"></object><embed src="${address}">` +
    `<img src="${address}"><link rel="stylesheet" href="${address}"><a href="${address}" target="_top">there</a>` +
    `<meta http-equiv="refresh" content="0;url=${address}">`
  rewrite(program, 'Text number 0', `<article><h1>Curious</h1>${reach(other)}${reach(original)}</article>`)

  const { page } = before
  // The preview of the list's first article is the window's own, and may be the other one: it comes before the watch.
  await page.getByRole('option', { name: 'Text number 0' }).click()
  await expect(page.locator('iframe.article-frame.is-ready')).toBeVisible()
  const shown: string[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'document') shown.push(new URL(response.url()).pathname)
  })
  await page.getByRole('option', { name: 'Text number 0' }).click()
  await page.keyboard.press('Enter')
  await expect(page.locator('iframe.article-frame.is-ready')).toBeVisible()
  await page.waitForTimeout(500)
  const found = await page.evaluate(() => {
    const document = document_()
    return {
      heading: document?.querySelector('h1')?.textContent,
      frames: [...(document?.querySelectorAll('iframe') ?? [])].map(
        (frame) => frame.contentDocument?.body.textContent ?? null,
      ),
      pictures: [...(document?.images ?? [])].map((picture) => picture.naturalWidth),
    }
    function document_(): Document | null | undefined {
      return [...globalThis.document.querySelectorAll<HTMLIFrameElement>('iframe.article-frame')].at(-1)
        ?.contentDocument
    }
  })
  expect(found.heading).toBe('Curious')
  expect(found.frames.join('')).not.toContain('secret')
  expect(found.pictures).toEqual([0, 0])
  // The other item's documents were never even asked for.
  expect(shown.filter((path) => [other, original].some((address) => new URL(address).pathname === path))).toEqual([])
  expect(shown.length).toBeGreaterThan(0)
})
