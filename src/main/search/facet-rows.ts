import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/identity.ts'
import { whileUnwritten } from './moment.ts'

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
  const all = whileUnwritten(database, () => readAll(database))
  const members = { tag: createMembers(database, 'tag'), collection: createMembers(database, 'collection') }
  return {
    rowsOf: (articles) => {
      if (articles.length <= MOST_LOOKED_UP) return given.all(JSON.stringify(articles)).map(rowOf)
      return rowsIn(all(), articles)
    },
    membersOf: (kind, articles) => members[kind](articles),
  }
}

/** Facts of all articles outside the Trash by column: 100 000 take 3 MB, where an object each took 15. */
interface FacetColumns {
  /** Place of an article by its row number, plus one; 0 = none. */
  readonly places: Uint32Array
  /** Every name and state once; a column holds its numbers, of which 0 is none. */
  readonly names: readonly (string | null)[]
  readonly columns: readonly Uint32Array[]
  readonly flags: Uint8Array
}

const NAMED = 5

function readAll(database: Database): FacetColumns {
  const size = database.prepare<[], readonly [number, number | null]>(
    'SELECT count(*), max(article) FROM article_listing',
  )
  const [count, last] = size.raw().get() ?? [0, 0]
  const names: (string | null)[] = [null]
  const numbers = new Map<string | null, number>([[null, 0]])
  const numberOf = (name: string | null): number => {
    const number = numbers.get(name) ?? names.push(name) - 1
    numbers.set(name, number)
    return number
  }
  const places = new Uint32Array((last ?? 0) + 1)
  const columns = Array.from({ length: NAMED }, () => new Uint32Array(count))
  const flags = new Uint8Array(count)
  const select = database.prepare<[], Raw>(`SELECT ${COLUMNS} FROM article_listing l WHERE l.trashed = 0`).raw()
  let at = 0
  for (const [article, ...facts] of select.iterate()) {
    places[article] = at + 1
    columns.forEach((column, number) => (column[at] = numberOf(facts[number] as string | null)))
    flags[at] = facts[NAMED]
    at += 1
  }
  return { places, names, columns, flags }
}

function* rowsIn({ places, names, columns, flags }: FacetColumns, articles: readonly ArticleId[]): Generator<FacetRow> {
  for (const article of articles) {
    const at = (places[article] ?? 0) - 1
    if (at < 0) continue
    const [publication, byline, year, language, state] = columns.map((column) => names[column[at] ?? 0] ?? null)
    yield {
      article,
      publication: publication ?? null,
      byline: byline ?? null,
      year: year ?? null,
      language: language ?? null,
      state: state ?? '',
      flags: flags[at] ?? 0,
    }
  }
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
  const all = whileUnwritten(database, () => Uint32Array.from(flatten(every.iterate())))
  return (articles) =>
    articles.length <= MOST_LOOKED_UP ? given.all(JSON.stringify(articles)) : pairsIn(all(), new Set(articles))
}

function* flatten(members: Iterable<Membership>): Generator<number> {
  for (const member of members) yield* member
}

function* pairsIn(flat: Uint32Array, wanted: ReadonlySet<number>): Generator<Membership> {
  for (let at = 0; at < flat.length; at += 2) {
    const article = (flat[at] ?? 0) as ArticleId
    if (wanted.has(article)) yield [article, flat[at + 1] ?? 0]
  }
}
