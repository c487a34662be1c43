import type { ArticleId, ArticleUid, Instant, RenditionId } from '../../../../src/shared/model/identity.ts'
import type { ArticleRow } from '../../../../src/shared/model/article.ts'
import type { Analyse, SearchableText } from '../../../../src/main/archive/ports/analyse.ts'
import type { ArticleIndex, ArticleSearch } from '../../../../src/main/archive/ports/article-index.ts'
import type { StoredText } from '../../../../src/main/archive/ports/article-records.ts'
import type { UnitOfWork } from '../../../../src/main/archive/ports/unit-of-work.ts'
import { createAnalyser } from '../../../../src/main/search/analyse.ts'
import { createArticleIndex } from '../../../../src/main/search/article-index.ts'
import { createArticleSearch } from '../../../../src/main/search/article-search.ts'
import { runMissing } from '../../../../src/main/storage/migrations/migrate.ts'
import { MIGRATIONS } from '../../../../src/main/storage/migrations/migrations.ts'
import SqliteDatabase, { type Database } from 'better-sqlite3'

/** What a small world's article says; everything else has a plain default. */
export interface WorldArticle {
  readonly title?: string
  readonly standfirst?: string
  readonly byline?: string
  readonly body?: string
  readonly language?: string | null
  readonly publication?: string
  readonly published?: string
  readonly added?: string
  readonly site?: string
  readonly mediaType?: string
  readonly state?: 'unread' | 'reading' | 'read'
  readonly starred?: boolean
  readonly incomplete?: boolean
  readonly tags?: readonly string[]
  readonly collection?: string
  readonly notes?: readonly string[]
}

/** A unit of work, as the storage hands out inside a transaction; tests open theirs themselves. */
export const someUnit = {} as UnitOfWork

/** Moment at which worlds live. */
export const WORLD_NOW = '2026-11-23T12:00:00.000Z' as Instant

/** Opens (or creates) a database with the newest schema and no rows but what a test needs. */
export function openWorld(file = ':memory:'): Database {
  const database = new SqliteDatabase(file)
  database.pragma('page_size = 8192')
  database.pragma('foreign_keys = OFF')
  const isCreated = database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'article_listing'`).get() !== undefined
  if (!isCreated) runMissing(database, MIGRATIONS)
  return database
}

/** Searchable text of a world's article. */
export function searchable(article: WorldArticle): SearchableText {
  const { language = 'en', title = '', standfirst = '', byline = '', body = '' } = article
  return { language, title, standfirst, byline, body }
}

const LISTING = `INSERT INTO article_listing (article, title, title_key, standfirst, byline, publication, published,
  published_from, published_until, language, site, media_type, words, highlights, notes, incomplete, added_at, state,
  starred, trashed) VALUES (@id, @title, @title, @standfirst, @byline, @publication, @published, @from, @until, @language,
  @site, @mediaType, 0, 0, @notes, @incomplete, @added, @state, @starred, 0)`

/** First day of a date known to some precision, and the first day after it. */
function daysOf(published: string): readonly [string, string] {
  const [year = 0, month, day] = published.slice(0, 10).split('-').map(Number)
  const from = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1))
  const until = new Date(from)
  if (day !== undefined) until.setUTCDate(until.getUTCDate() + 1)
  else if (month !== undefined) until.setUTCMonth(until.getUTCMonth() + 1)
  else until.setUTCFullYear(until.getUTCFullYear() + 1)
  return [from.toISOString().slice(0, 10), until.toISOString().slice(0, 10)]
}

/** A small archive to search in. */
export interface World {
  readonly database: Database
  readonly index: ArticleIndex
  readonly add: (article: WorldArticle) => ArticleId
  readonly addNote: (article: ArticleId, note: string, language: string | null) => void
  readonly texts: ReadonlyMap<ArticleId, StoredText>
  readonly search: ArticleSearch
  readonly find: (query: string, match?: 'all' | 'any') => readonly string[]
  readonly analyse: Analyse
}

/** Articles in a database with their index, texts kept in memory: enough of an archive to search in. */
export function createWorld(database: Database): World {
  const analyse = createAnalyser()
  const index = createArticleIndex(database)
  const texts = new Map<ArticleId, StoredText>()
  const listing = database.prepare(LISTING)
  const add = (article: WorldArticle): ArticleId => {
    const id = addRow(database, article)
    const input = searchable(article)
    const published = article.published ?? null
    const [from, until] = published === null ? [null, null] : daysOf(published)
    listing.run({
      id,
      ...input,
      published,
      from,
      until,
      publication: article.publication ?? null,
      site: article.site ?? null,
      mediaType: article.mediaType ?? 'text/html',
      notes: article.notes?.length ?? 0,
      incomplete: article.incomplete === true ? 1 : 0,
      added: article.added ?? '2026-01-01T00:00:00.000Z',
      state: article.state ?? 'unread',
      starred: article.starred === true ? 1 : 0,
    })
    const header = [input.title, input.standfirst, input.byline].filter((part) => part !== '').join('\n')
    const parts = [{ kind: 'header' as const, start: 0, end: header.length }]
    texts.set(id, { rendition: id as number as RenditionId, text: `${header}\n${input.body}`, parts })
    index.put(someUnit, id, id as number as RenditionId, analyse(input))
    for (const note of article.notes ?? []) addNote(id, note, input.language)
    return id
  }
  const addNote = (article: ArticleId, note: string, language: string | null): void => {
    const { lastInsertRowid } = database
      .prepare(
        `INSERT INTO annotation (uid, article, note, created_at, changed_at) VALUES (hex(randomblob(8)), ?, ?, '', '')`,
      )
      .run(article, note)
    index.putNote(someUnit, Number(lastInsertRowid), note, language)
  }
  const search = createArticleSearch({
    database,
    now: () => WORLD_NOW,
    readTexts: (ids) => new Map(ids.flatMap((id) => entry(id, texts.get(id)))),
    readRows: (ids) => ids.flatMap((id) => rowOf(database, id)),
  })
  /** Titles (or numbers) of what a query finds, best first. */
  const find = (query: string, match: 'all' | 'any' = 'all'): readonly string[] =>
    search.search({ query, match, limit: 100, offset: 0 }).hits.map((hit) => hit.title ?? hit.uid)
  return { database, index, add, addNote, texts, search, find, analyse }
}

function entry(id: ArticleId, text: StoredText | undefined): readonly (readonly [ArticleId, StoredText])[] {
  return text === undefined ? [] : [[id, text]]
}

function addRow(database: Database, article: WorldArticle): ArticleId {
  const { lastInsertRowid } = database
    .prepare(
      `INSERT INTO article (uid, added_at, changed_at, state, starred) VALUES (hex(randomblob(8)), '', '', 'unread', 0)`,
    )
    .run()
  const id = Number(lastInsertRowid) as ArticleId
  for (const tag of article.tags ?? []) {
    database
      .prepare(
        `INSERT OR IGNORE INTO tag (uid, name, name_key, created_at, changed_at) VALUES (?, ?, lower(?), '', '')`,
      )
      .run(tag, tag, tag)
    database
      .prepare(`INSERT INTO article_tag SELECT hex(randomblob(8)), ?, id, '', '' FROM tag WHERE name = ?`)
      .run(id, tag)
  }
  if (article.collection !== undefined) addToCollection(database, id, article.collection.split('/'))
  return id
}

function addToCollection(database: Database, id: ArticleId, path: readonly string[]): void {
  let parent: number | null = null
  for (const name of path) {
    database
      .prepare(
        `INSERT OR IGNORE INTO collection (uid, parent, name, name_key, position, created_at, changed_at)
         VALUES (hex(randomblob(8)), ?, ?, lower(?), 0, '', '')`,
      )
      .run(parent, name, name)
    const found: number | undefined = database
      .prepare<[number | null, string], number>(`SELECT id FROM collection WHERE parent IS ? AND name = ?`)
      .pluck()
      .get(parent, name)
    parent = found ?? null
  }
  database.prepare(`INSERT INTO article_collection VALUES (hex(randomblob(8)), ?, ?, '', '')`).run(id, parent)
}

interface ListingRow {
  readonly uid: string
  readonly title: string
  readonly publication: string | null
  readonly published: string | null
}

function rowOf(database: Database, id: ArticleId): readonly ArticleRow[] {
  const row = database
    .prepare<[number], ListingRow>(
      `SELECT a.uid, l.title, l.publication, l.published FROM article a JOIN article_listing l ON l.article = a.id WHERE a.id = ?`,
    )
    .get(id)
  if (row === undefined) return []
  return [
    {
      uid: row.uid as ArticleUid,
      sourceId: null,
      title: row.title,
      label: null,
      url: null,
      publication: row.publication,
      byline: null,
      published: row.published,
      added: WORLD_NOW,
      language: null,
      words: 0,
      state: 'unread',
      starred: false,
      tags: [],
      collections: [],
      highlights: 0,
      excerpt: null,
      standfirst: null,
      direction: 'ltr',
      leadImage: null,
      mediaType: null,
      foreEdge: { read: 0, flags: [] },
    },
  ]
}
