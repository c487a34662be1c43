import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Core } from '../../../src/main/core.ts'
import type { Article, ArticleRow } from '../../../src/shared/model/article.ts'
import type { ImportReport } from '../../../src/shared/model/job.ts'
import { aZip } from '../../support/a-zip.ts'
import { aCore, importPath } from '../../support/an-import.ts'
import { aFolderOf, aPageOf, ARTICLE, AUTHOR_BOX, pageAddress, sentenceOf } from '../../support/article-pages.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { valueOf } from '../../support/value-of.ts'

async function rowsOf({ client }: Core, query = ''): Promise<readonly ArticleRow[]> {
  const list = { query, sort: 'added', direction: 'down', limit: 100, offset: 0 } as const
  return valueOf(await client.request('article.list', list)).rows
}

async function onlyArticle(core: Core): Promise<Article> {
  const [row, ...others] = await rowsOf(core)
  if (row === undefined || others.length > 0) throw new Error(`${String(others.length + 1)} articles`)
  return valueOf(await core.client.request('article.get', { uid: row.uid, version: null }))
}

function notesOf({ items }: ImportReport): unknown {
  return items.flatMap(({ notes }) => notes).filter(({ kind }) => kind.endsWith('pages'))
}

/** How often something stands in a text. */
function count(text: string, part: string): number {
  return text.split(part).length - 1
}

describe('the pages of one article, brought in together', () => {
  test('are one article in the order of its pages, whatever their files are called', async () => {
    const core = aCore()
    const report = await importPath(core, aFolderOf([1, 2, 3]))
    expect(report).toMatchObject({ read: 3, added: 1, newVersion: 2, failed: 0 })
    expect(notesOf(report)).toEqual([3, 2, 1].map((page) => ({ kind: 'joined-pages', details: { page, pages: 3 } })))
    const { text, title, byline, url, versions } = await onlyArticle(core)
    const places = [1, 2, 3].map((page) => text.indexOf(sentenceOf(page)))
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
    expect(places).not.toContain(-1)
    expect(title).toMatch(/^The long way to the sea/)
    expect(byline).toBe('Ann Lee')
    expect(versions.map(({ pages }) => pages)).toEqual([[3], [2], [1], [1, 2, 3]])
    expect(new Set(versions.map(({ source }) => source)).size).toBe(3)
    expect(url).toContain(ARTICLE)
  })

  test('say headline, byline and the box at their end once', async () => {
    const core = aCore()
    await importPath(core, aFolderOf([1, 2, 3]))
    const { text } = await onlyArticle(core)
    expect(count(text, 'The long way to the sea')).toBe(1)
    expect(count(text, 'By Ann Lee')).toBeLessThanOrEqual(1)
    expect(count(text, AUTHOR_BOX)).toBe(1)
    expect(text.indexOf(AUTHOR_BOX)).toBeGreaterThan(text.indexOf(sentenceOf(3)))
    for (const page of [1, 2, 3]) expect(count(text, sentenceOf(page))).toBe(6)
  })

  test('keep their notes apart: each link leads to the note of its own page', async () => {
    const core = aCore()
    await importPath(core, aFolderOf([1, 2]))
    const { html } = await onlyArticle(core)
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target)
    expect(targets).toHaveLength(2)
    expect(new Set(targets).size).toBe(2)
    for (const target of targets) expect(count(html, `id="${target ?? ''}"`)).toBe(1)
  })

  test('are complete when all are there, and name what is missing when not', async () => {
    const whole = aCore()
    await importPath(whole, aFolderOf([1, 2, 3]))
    expect(await rowsOf(whole, 'is:incomplete')).toEqual([])
    const part = aCore()
    const report = await importPath(part, aFolderOf([1, 3], { of: 4 }))
    expect(await rowsOf(part, 'is:incomplete')).toHaveLength(1)
    expect(notesOf(report)).toEqual([
      { kind: 'joined-pages', details: { page: 3, pages: 2 } },
      { kind: 'one-of-several-pages', details: { missing: [2, 4] } },
      { kind: 'joined-pages', details: { page: 1, pages: 2 } },
    ])
    const { uid } = await onlyArticle(part)
    const { versions } = valueOf(await part.client.request('article.details', { uid }))
    expect(versions.find(({ current }) => current)?.notes).toContainEqual({
      kind: 'one-of-several-pages',
      details: { missing: [2, 4] },
    })
  })

  test('are found in a ZIP and beside other articles', async () => {
    const core = aCore()
    const file = join(tempDir(), 'pages.zip')
    const other = aPageOf(1, { of: 1, title: 'Something else', savedFrom: 'https://rivers.example/else' })
    writeFileSync(
      file,
      aZip([
        { name: 'b/2.html', content: aPageOf(2, { of: 2 }) },
        { name: 'a/1.html', content: aPageOf(1, { of: 2 }) },
        { name: 'c.html', content: other },
      ]),
    )
    expect(await importPath(core, file)).toMatchObject({ added: 2, newVersion: 1 })
    expect(await rowsOf(core)).toHaveLength(2)
  })

  test('are told apart where all name the first one’s address as theirs', async () => {
    const core = aCore()
    const folder = tempDir()
    for (const page of [2, 3, 1]) {
      const html = aPageOf(page, { canonical: ARTICLE }).replace(/<!-- saved.*-->/, '')
      writeFileSync(join(folder, `p${String(page)}.html`), html)
    }
    await importPath(core, folder)
    const { text } = await onlyArticle(core)
    const places = [1, 2, 3].map((page) => text.indexOf(sentenceOf(page)))
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
    expect(places).not.toContain(-1)
  })

  test('bring pictures of the same name each', async () => {
    const core = aCore()
    const folder = tempDir()
    for (const page of [1, 2]) {
      const html = aPageOf(page, { of: 2 }).replace('<p>See', '<p><img src="x_files/a.jpg" alt="A picture"></p><p>See')
      mkdirSync(join(folder, String(page), 'x_files'), { recursive: true })
      writeFileSync(join(folder, String(page), 'x.html'), html)
      writeFileSync(join(folder, String(page), 'x_files', 'a.jpg'), aJpeg(page))
    }
    await importPath(core, folder)
    const { html, uid } = await onlyArticle(core)
    const blobs = [...html.matchAll(/src="\/blob\/([0-9a-f]+)"/g)].map(([, blob]) => blob)
    expect(new Set(blobs).size).toBe(2)
    const verified = valueOf(await core.client.request('article.get', { uid, version: null }))
    expect(verified.leadImage).toBe(blobs[0])
  })
})

function aJpeg(fill: number): Uint8Array {
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(4000, fill)])
}

describe('a page that comes later', () => {
  test('joins the article of which another page is here, with highlights in their places', async () => {
    const core = aCore()
    await importPath(core, aFolderOf([1], { of: 2 }))
    const { uid } = await onlyArticle(core)
    expect(await rowsOf(core, 'is:incomplete')).toHaveLength(1)
    const quote = {
      quote: sentenceOf(1),
      prefix: '',
      suffix: ' Nobody had told the two of them how far it was. Part 2',
    }
    const made = { article: uid, ...quote, color: 'green', note: null, tags: [], place: null } as const
    valueOf(await core.client.request('annotation.highlight', made))

    const report = await importPath(core, aFolderOf([2], { of: 2 }))
    expect(report).toMatchObject({ read: 1, added: 0, newVersion: 1 })
    const { text, annotations, ...article } = await onlyArticle(core)
    expect(article.uid).toBe(uid)
    expect(text).toContain(sentenceOf(2))
    const shown = article.versions.find(({ current }) => current)?.number
    const anchor = annotations[0]?.anchors.find(({ version }) => version === shown)
    expect(anchor?.status).toBe('placed')
    expect(text.slice(anchor?.start ?? 0, anchor?.end ?? 0)).toBe(sentenceOf(1))
    expect(await rowsOf(core, 'is:incomplete')).toEqual([])
    expect(await rowsOf(core, '"turned slowly slowly towards"')).toHaveLength(1)
  })

  test('comes out again by undo of its run, and in again by importing it', async () => {
    const core = aCore()
    await importPath(core, aFolderOf([1], { of: 2 }))
    const before = await onlyArticle(core)
    const second = aFolderOf([2], { of: 2 })
    const { gesture } = await importPath(core, second)
    valueOf(await core.client.request('gesture.undo', { gesture }))
    const after = await onlyArticle(core)
    expect(after.text).toBe(before.text)
    expect(await rowsOf(core, 'is:incomplete')).toHaveLength(1)
    expect(await rowsOf(core, '"turned slowly slowly towards"')).toEqual([])
    expect(await importPath(core, second)).toMatchObject({ already: 1 })
    expect((await onlyArticle(core)).text).toContain(sentenceOf(2))
  })

  test('may be the first one', async () => {
    const core = aCore()
    await importPath(core, aFolderOf([2], { of: 2 }))
    await importPath(core, aFolderOf([1], { of: 2 }))
    const { text } = await onlyArticle(core)
    expect(text.indexOf(sentenceOf(1))).toBeLessThan(text.indexOf(sentenceOf(2)))
    expect(text.indexOf(sentenceOf(1))).toBeGreaterThan(0)
  })

  test('again changes nothing', async () => {
    const core = aCore()
    const folder = aFolderOf([1, 2])
    await importPath(core, folder)
    const { versions } = await onlyArticle(core)
    expect(await importPath(core, folder)).toMatchObject({ already: 2, newVersion: 0 })
    expect((await onlyArticle(core)).versions).toEqual(versions)
  })

  test('in a newer form takes the place of the older', async () => {
    const core = aCore()
    await importPath(core, aFolderOf([1, 2], { of: 2 }))
    const folder = tempDir()
    const newer = 'On second thoughts the river had not turned at all, and the stones were still where they were. '
    writeFileSync(join(folder, 'p.html'), aPageOf(2, { of: 2, words: newer }))
    await importPath(core, folder)
    const { text } = await onlyArticle(core)
    expect(text).toContain(sentenceOf(1))
    expect(text).toContain(newer.trim())
    expect(text).not.toContain(sentenceOf(2))
  })
})

describe('pages are not joined', () => {
  test.each([
    ['of another headline', { title: 'Forty recipes with beans' }],
    [
      'that say the same again, as pages of comments do',
      { words: `${sentenceOf(1)} Nobody had told the two of them how far it was. ` },
    ],
  ])('%s', async (_what, second) => {
    const core = aCore()
    const folder = tempDir()
    writeFileSync(join(folder, '1.html'), aPageOf(1, { of: 2 }))
    writeFileSync(join(folder, '2.html'), aPageOf(2, { of: 2, ...second }))
    await importPath(core, folder)
    expect(await rowsOf(core)).toHaveLength(2)
  })

  test('with an article that came whole since', async () => {
    const core = aCore()
    await importPath(core, aFolderOf([1]))
    const folder = tempDir()
    const whole = aPageOf(1, { of: 1, words: `${sentenceOf(1)} ${sentenceOf(2)} ${sentenceOf(3)}` })
    writeFileSync(join(folder, 'whole.html'), whole)
    await importPath(core, folder)
    const { text } = await onlyArticle(core)
    await importPath(core, aFolderOf([2]))
    const rows = await rowsOf(core)
    expect(rows).toHaveLength(2)
    const kept = rows.find(({ url }) => url === pageAddress(1))
    const article = valueOf(await core.client.request('article.get', { uid: kept!.uid, version: null }))
    expect(article.text).toBe(text)
  })
})

const control = {
  signal: { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined },
  onProgress: () => undefined,
  pause: () => Promise.resolve(),
}

test('joined pages come over into another archive, which verifies and makes their text again', async () => {
  const first = aCore()
  await importPath(first, aFolderOf([1, 2, 3]))
  const before = await onlyArticle(first)
  const second = aCore()
  await importPath(second, first.file)
  const { text, versions } = await onlyArticle(second)
  expect(text).toBe(before.text)
  expect(versions.map(({ pages }) => pages)).toEqual(before.versions.map(({ pages }) => pages))
  expect(valueOf(await second.runners['archive.verify']({}, control as never)).damaged).toEqual([])
  const report = valueOf(await second.runners['archive.rebuild-derived']({}, control as never))
  expect(report).toMatchObject({ versions: 4, failed: [], unchanged: 4 })
})

test('a joined text is made again from its pages by a rebuild', async () => {
  const core = aCore()
  await importPath(core, aFolderOf([1, 2, 3]))
  const before = await onlyArticle(core)
  const report = valueOf(await core.runners['archive.rebuild-derived']({}, control as never))
  expect(report).toMatchObject({ versions: 4, failed: [], unchanged: 4 })
  expect((await onlyArticle(core)).text).toBe(before.text)
})
