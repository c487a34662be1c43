import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/identity.ts'

/** What facets count, of one article. */
export interface FacetRow {
  readonly article: ArticleId
  readonly publication: string | null
  readonly byline: string | null
  readonly year: string | null
  readonly language: string | null
  readonly state: string
  /** Sum of `FLAGS` that hold. */
  readonly flags: number
}

/** Yes-or-no facts of a row. */
export const FLAGS = { starred: 1, incomplete: 2, note: 4, highlight: 8 } as const

/** That an article bears a tag or lies in a collection, by row numbers. */
export type Membership = readonly [article: ArticleId, group: number]

/** The rows of some articles. */
export interface FacetRows {
  readonly rowsOf: (articles: readonly ArticleId[]) => Iterable<FacetRow>
  readonly membersOf: (kind: 'tag' | 'collection', articles: readonly ArticleId[]) => Iterable<Membership>
}

type Raw = readonly [ArticleId, string | null, string | null, string | null, string | null, string, number]

const COLUMNS = `l.article, l.publication, nullif(l.byline, ''), substr(l.published_from, 1, 4), l.language, l.state,
  l.starred + 2 * l.incomplete + 4 * (l.notes > 0) + 8 * (l.highlights > 0)`
const GIVEN = 'FROM json_each(?) AS given CROSS JOIN'

/**
 * Up to so many articles are looked up one by one, at 3 µs each; for more everything is read once and remembered for as
 * long as nobody writes: 100 000 rows take a quarter of a second to read, and 5 ms to count.
 */
const MOST_LOOKED_UP = 4_000

/** Reads what facets count. */
export function createFacetRows(database: Database): FacetRows {
  const given = database
    .prepare<[string], Raw>(`SELECT ${COLUMNS} ${GIVEN} article_listing l ON l.article = given.value`)
    .raw()
  const all = rememberWhileUnwritten(database, () => readAll(database))
  const members = { tag: createMembers(database, 'tag'), collection: createMembers(database, 'collection') }
  return {
    rowsOf: (articles) => {
      if (articles.length <= MOST_LOOKED_UP) return given.all(JSON.stringify(articles)).map(rowOf)
      const rows = all()
      return articles.flatMap((article) => rows.get(article) ?? [])
    },
    membersOf: (kind, articles) => members[kind](articles),
  }
}

/** Articles have few different names and states among them: equal strings are kept once. */
function readAll(database: Database): ReadonlyMap<ArticleId, FacetRow> {
  const select = database.prepare<[], Raw>(`SELECT ${COLUMNS} FROM article_listing l WHERE l.trashed = 0`).raw()
  const texts = new Map<string, string>()
  const once = (text: string | null): string | null => {
    if (text === null) return null
    const known = texts.get(text)
    if (known === undefined) texts.set(text, text)
    return known ?? text
  }
  const rows = new Map<ArticleId, FacetRow>()
  for (const [article, publication, byline, year, language, state, flags] of select.iterate()) {
    const names = [publication, byline, year, language].map(once)
    const [a = null, b = null, c = null, d = null] = names
    rows.set(article, rowOf([article, a, b, c, d, once(state) ?? '', flags]))
  }
  return rows
}

function rowOf([article, publication, byline, year, language, state, flags]: Raw): FacetRow {
  return { article, publication, byline, year, language, state, flags }
}

function createMembers(
  database: Database,
  group: 'tag' | 'collection',
): (articles: readonly ArticleId[]) => Iterable<Membership> {
  const table = `article_${group}`
  const given = database
    .prepare<[string], Membership>(`SELECT m.article, m.${group} ${GIVEN} ${table} m ON m.article = given.value`)
    .raw()
  const every = database.prepare<[], Membership>(`SELECT article, ${group} FROM ${table} ORDER BY article`).raw()
  const all = rememberWhileUnwritten(database, () => every.all())
  return (articles) => {
    if (articles.length <= MOST_LOOKED_UP) return given.all(JSON.stringify(articles))
    const wanted = new Set(articles)
    return all().filter(([article]) => wanted.has(article))
  }
}

/** Reads once for as long as neither this connection nor another has written. */
function rememberWhileUnwritten<Value>(database: Database, read: () => Value): () => Value {
  const changes = database.prepare<[], number>('SELECT total_changes()').pluck()
  let key = ''
  let value: Value | undefined
  return () => {
    const present = `${String(database.pragma('data_version', { simple: true }))} ${String(changes.get())}`
    if (value === undefined || present !== key) value = read()
    key = present
    return value
  }
}
