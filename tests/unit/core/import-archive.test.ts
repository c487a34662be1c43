import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openCore, type Core } from '../../../src/main/core.ts'
import type { ArticleUid } from '../../../src/shared/model/identity.ts'
import { writeNoteLink } from '../../../src/shared/text/note-links.ts'
import { aZip } from '../../support/a-zip.ts'
import { aCore, importPath } from '../../support/an-import.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { valueOf } from '../../support/value-of.ts'

const WORDS = 'The harbour wall was built in three summers by men who were paid in salt. '
const PICTURE = `data:image/jpeg;base64,${Buffer.alloc(4000, 7).toString('base64')}`
const PAGE = (title: string, words = WORDS): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title><link rel="canonical" href="https://news.example/${title}"></head>
  <body><article><h1>${title}</h1><p>${words.repeat(6)}</p><p>Nobody kept accounts, and ${title} says so.
  <img src="${PICTURE}"></p></article></body></html>`

/** An archive with everything that a person can put into one. */
async function aFullArchive(): Promise<{ readonly core: Core; readonly uids: Readonly<Record<string, ArticleUid>> }> {
  const core = aCore()
  const folder = tempDir()
  for (const name of ['salt', 'quay', 'thrown']) writeFileSync(join(folder, `${name}.html`), PAGE(name))
  writeFileSync(join(folder, 'links.txt'), 'https://links.example/one\nhttps://links.example/two\n')
  await importPath(core, folder)
  // A second version of the same address.
  const again = tempDir()
  writeFileSync(join(again, 'salt.html'), PAGE('salt', `${WORDS}Later somebody counted. `))
  await importPath(core, again)
  const { client } = core
  const list = valueOf(await client.request('article.list', LIST)).rows
  const uids = Object.fromEntries(list.map(({ uid, title, label }) => [title ?? label ?? '', uid]))
  const { salt, quay, thrown } = uids
  if (salt === undefined || quay === undefined || thrown === undefined) throw new Error('the pages were not added')
  const quote = { prefix: '', suffix: '', place: null, tags: ['to quote'] }
  const highlight = {
    article: salt,
    quote: 'Nobody kept accounts',
    color: 'green',
    note: 'Who then?',
    ...quote,
  } as const
  valueOf(await client.request('annotation.highlight', highlight))
  const note = `On the *whole* of it, as ${writeNoteLink('salt', { article: salt, annotation: null })} says`
  valueOf(await client.request('annotation.note', { article: quay, note }))
  valueOf(await client.request('article.tag', { articles: [salt, quay], tag: 'History', present: true }))
  valueOf(await client.request('article.collect', { articles: [quay], path: ['Work', 'Walls'], present: true }))
  valueOf(await client.request('collection.create', { parent: null, name: 'Nothing yet' }))
  valueOf(await client.request('article.mark', { articles: [salt], state: 'read', starred: true }))
  const corrected = { uid: quay, field: 'byline', value: 'Ann Lee', keep: true } as const
  valueOf(await client.request('article.correct', corrected))
  valueOf(await client.request('article.position', { uid: salt, version: 2, rendition: 1, offset: 120 }))
  valueOf(await client.request('article.choose-version', { uid: salt, version: 1 }))
  valueOf(await client.request('article.trash', { articles: [thrown], trashed: true }))
  valueOf(await client.request('saved-search.create', { name: 'Walls', query: 'wall tag:History' }))
  valueOf(await client.request('pen.rename', { color: 'green', name: 'Evidence' }))
  return { core, uids }
}

const LIST = { query: '', sort: 'added', direction: 'down', limit: 100, offset: 0 } as const

/** Tables whose rows name each other by row numbers of their own; everything else is to be equal to the letter. */
const EVERYTHING = {
  articles: `SELECT a.uid, a.added_at, a.changed_at, a.state, a.starred, a.trashed_at, v.uid AS shown, a.position_offset,
    a.position_quote, a.furthest_offset, a.furthest_quote FROM article a LEFT JOIN version v ON v.id = a.current_version ORDER BY a.uid`,
  sources: `SELECT a.uid, s.service, s.source_id, s.url, s.canonical_url FROM article_source s JOIN article a ON a.id = s.article ORDER BY 1, 2, 3, 4`,
  versions: `SELECT v.uid, a.uid AS article, v.number, v.captured_at, hex(b.sha256) AS original, v.media_type, v.parameters,
    v.completeness, v.notes, r.number AS rendition FROM version v JOIN article a ON a.id = v.article
    LEFT JOIN blob b ON b.id = v.source_blob LEFT JOIN rendition r ON r.id = v.current_rendition ORDER BY v.uid`,
  renditions: `SELECT v.uid, r.number, r.extractor, r.extractor_version, r.created_at, hex(r.text_sha256) AS text, r.parts, r.words,
    r.title, r.standfirst, r.byline, r.publication, r.published, r.language, r.direction, r.contributors, r.captions, r.asides,
    hex(r.html_zstd) AS html, hex(b.sha256) AS lead FROM rendition r JOIN version v ON v.id = r.version
    LEFT JOIN blob b ON b.id = r.lead_image ORDER BY 1, 2`,
  resources: `SELECT v.uid, r.number, s.url, hex(b.sha256) AS blob FROM resource s JOIN rendition r ON r.id = s.rendition
    JOIN version v ON v.id = r.version JOIN blob b ON b.id = s.blob ORDER BY 1, 2, 3`,
  blobs: `SELECT hex(b.sha256) AS name, b.media_type, b.size, c.number, c.codec, hex(c.bytes) AS bytes FROM blob b
    JOIN blob_chunk c ON c.blob = b.id ORDER BY 1, 4`,
  overrides: `SELECT o.uid, a.uid AS article, o.field, o.value, o.created_at, o.changed_at FROM article_field_override o JOIN article a ON a.id = o.article`,
  annotations: `SELECT n.uid, a.uid AS article, n.quote, n.prefix, n.suffix, n.color, n.note, n.created_at, n.changed_at, v.number AS version,
    r.number AS rendition FROM annotation n JOIN article a ON a.id = n.article LEFT JOIN rendition r ON r.id = n.rendition
    LEFT JOIN version v ON v.id = r.version ORDER BY n.uid`,
  anchors: `SELECT n.uid, v.number AS version, r.number AS rendition, h.start_offset, h.end_offset, h.strategy, h.score, h.status FROM anchor h
    JOIN annotation n ON n.id = h.annotation JOIN rendition r ON r.id = h.rendition JOIN version v ON v.id = r.version ORDER BY 1, 2, 3`,
  links: `SELECT n.uid, k.number, k.target_article, k.target_annotation FROM note_link k JOIN annotation n ON n.id = k.annotation ORDER BY 1, 2`,
  tags: 'SELECT uid, name, created_at, changed_at FROM tag ORDER BY uid',
  collections: `SELECT c.uid, p.uid AS parent, c.name, c.position, c.created_at, c.changed_at FROM collection c LEFT JOIN collection p ON p.id = c.parent ORDER BY c.uid`,
  tagged: `SELECT m.uid, a.uid AS article, t.uid AS tag, m.created_at FROM article_tag m JOIN article a ON a.id = m.article JOIN tag t ON t.id = m.tag ORDER BY 1`,
  noteTags: `SELECT m.uid, n.uid AS annotation, t.uid AS tag, m.created_at FROM annotation_tag m JOIN annotation n ON n.id = m.annotation JOIN tag t ON t.id = m.tag ORDER BY 1`,
  collected: `SELECT m.uid, a.uid AS article, c.uid AS collection, m.created_at FROM article_collection m JOIN article a ON a.id = m.article JOIN collection c ON c.id = m.collection ORDER BY 1`,
  searches: 'SELECT uid, name, query, position, created_at, changed_at FROM saved_search ORDER BY uid',
  settings: 'SELECT name, value FROM setting ORDER BY name',
  listing: `SELECT a.uid, l.title, l.byline, l.words, l.highlights, l.notes, l.incomplete, l.state FROM article_listing l JOIN article a ON a.id = l.article ORDER BY 1`,
  fingerprints: `SELECT a.uid, hex(d.fingerprint) AS fingerprint FROM near_duplicate d JOIN article a ON a.id = d.article ORDER BY 1`,
}

function everythingIn(file: string): Readonly<Record<string, unknown>> {
  const database = new Database(file, { readonly: true })
  try {
    return Object.fromEntries(Object.entries(EVERYTHING).map(([name, sql]) => [name, database.prepare(sql).all()]))
  } finally {
    database.close()
  }
}

/** A backup of an archive: one file, at rest. */
async function backupOf(core: Core): Promise<string> {
  const to = join(tempDir(), 'Copy.offprint')
  valueOf(await core.runners['archive.backup']({ to }, CONTROL))
  return to
}

const CONTROL = {
  signal: { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined },
  onProgress: () => undefined,
  onImport: () => undefined,
  pause: () => Promise.resolve(),
  resumed: () => Promise.resolve(),
}

async function verified(core: Core): Promise<readonly unknown[]> {
  return valueOf(await core.runners['archive.verify']({}, CONTROL)).damaged
}

describe('an archive of Offprint brought into another', () => {
  test('comes in whole and equal to the letter; a second time nothing is new; its undo is one', async () => {
    const { core: source } = await aFullArchive()
    const copy = await backupOf(source)
    const before = readFileSync(copy)
    expect(everythingIn(copy)['resources']).not.toEqual([])
    const target = aCore()
    const report = await importPath(target, copy)
    expect(report).toMatchObject({ read: 5, added: 3, linkOnly: 2, failed: 0 })
    expect(everythingIn(target.file)).toEqual(everythingIn(copy))
    expect(await verified(target)).toEqual([])
    const found = valueOf(await target.client.request('article.search', SEARCH('accounts')))
    expect(found.total).toBe(2)

    const again = await importPath(target, copy)
    expect(again).toMatchObject({ read: 5, already: 5, added: 0, newVersion: 0 })
    expect(everythingIn(target.file)).toEqual(everythingIn(copy))
    expect(readFileSync(copy).equals(before)).toBe(true)

    valueOf(await target.client.request('gesture.undo', { gesture: report.gesture }))
    expect(valueOf(await target.client.request('article.list', LIST)).total).toBe(0)
    expect(valueOf(await target.client.request('saved-search.list', {}))).toEqual([])
    expect(valueOf(await target.client.request('pen.list', {})).every(({ name }) => name === null)).toBe(true)
  }, 30_000)

  test('is read while it is open elsewhere, from a ZIP too, and never written to', async () => {
    const { core: source } = await aFullArchive()
    const inUse = aCore()
    expect(await importPath(inUse, source.file)).toMatchObject({ read: 5, added: 3, linkOnly: 2 })
    const zip = join(tempDir(), 'a.zip')
    writeFileSync(zip, aZip([{ name: 'x/Archive.offprint', content: readFileSync(await backupOf(source)) }]))
    const zipped = aCore()
    expect(await importPath(zipped, zip)).toMatchObject({ read: 5, added: 3, linkOnly: 2 })
    expect(await importPath(source, source.file)).toMatchObject({
      failed: 1,
      items: [{ reason: { code: 'import/own-archive' } }],
    })
  }, 30_000)

  test('two copies that went on apart are joined: the newer change of a note wins, nothing is doubled or lost', async () => {
    const { core: desk, uids } = await aFullArchive()
    const laptopFile = await backupOf(desk)
    const laptop = openAgain(laptopFile)
    const { salt, quay } = uids as Record<'salt' | 'quay', ArticleUid>
    const [mark] = valueOf(await laptop.client.request('article.get', { uid: salt, version: null })).annotations
    if (mark === undefined) throw new Error('no highlight')
    // On the laptop: the note is rewritten, an article tagged, another highlight made.
    valueOf(await laptop.client.request('annotation.edit', { uid: mark.uid, color: null, note: 'The clerk, it says' }))
    valueOf(await laptop.client.request('article.tag', { articles: [quay], tag: 'Again', present: true }))
    const more = { quote: 'paid in salt', prefix: '', suffix: '.\nNobody', color: 'red', note: null } as const
    valueOf(await laptop.client.request('annotation.highlight', { article: quay, ...more, tags: [], place: null }))
    // At the desk: a tag taken away, a note of its own.
    valueOf(await desk.client.request('article.tag', { articles: [salt], tag: 'History', present: false }))
    valueOf(await desk.client.request('annotation.note', { article: salt, note: 'Desk' }))
    const report = await importPath(desk, await backupOf(laptop))
    expect(report).toMatchObject({ read: 5, added: 0, newVersion: 0, already: 5, failed: 0 })
    const now = valueOf(await desk.client.request('article.get', { uid: salt, version: null }))
    expect(now.annotations.map(({ note }) => note).sort()).toEqual(['Desk', 'The clerk, it says'])
    expect(now.tags).toEqual([])
    const other = valueOf(await desk.client.request('article.get', { uid: quay, version: null }))
    expect(other.tags).toEqual(['Again', 'History'])
    expect(other.annotations.map(({ quote }) => quote?.exact ?? null).sort()).toEqual([null, 'paid in salt'])
    expect(await verified(desk)).toEqual([])
  }, 30_000)

  test('an article that came in here by its own way is the same one, and gets what the other says of it', async () => {
    const { core: source, uids } = await aFullArchive()
    const target = aCore()
    const page = join(tempDir(), 'salt.html')
    writeFileSync(page, PAGE('salt'))
    await importPath(target, page)
    const report = await importPath(target, await backupOf(source))
    expect(report).toMatchObject({ read: 5, added: 2, newVersion: 1, linkOnly: 2, failed: 0 })
    const rows = valueOf(await target.client.request('article.list', LIST)).rows
    const salt = rows.find(({ title }) => title === 'salt')
    if (salt === undefined) throw new Error('no article')
    expect(salt.uid).not.toBe(uids['salt'])
    const article = valueOf(await target.client.request('article.get', { uid: salt.uid, version: null }))
    expect(article).toMatchObject({ state: 'read', starred: true, tags: ['History'] })
    expect(article.annotations).toMatchObject([{ note: 'Who then?', quote: { exact: 'Nobody kept accounts' } }])
    expect(await verified(target)).toEqual([])
  }, 30_000)
})

const SEARCH = (query: string) => ({ query, match: 'all', limit: 50, offset: 0 }) as const

function openAgain(file: string): Core {
  const parseWorker = join(import.meta.dirname, '../../../src/main/parse-worker.ts')
  const core = valueOf(openCore({ file, create: false, actor: 'window', parseWorker, warn: () => undefined }))
  onTestFinished(() => core.close())
  return core
}
