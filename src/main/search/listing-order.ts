import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/identity.ts'
import type { ListSort, SortDirection } from '../../shared/model/search.ts'
import type { Sql, SqlValue } from './condition.ts'
import { prepared } from './prepared.ts'

/** An order of a list. */
export interface ListOrder {
  readonly sort: ListSort
  readonly direction: SortDirection
}

/** The order of hits that no score tells apart. */
export const NEWEST_FIRST: ListOrder = { sort: 'published', direction: 'down' }

/** A part of an order that one index walks from end to end. */
export interface OrderPart {
  /** What lies in it, as SQL on `l`; null = everything. */
  readonly where: string | null
  /** The column that orders it, before the row number; null = the row number alone. */
  readonly key: 'added_at' | 'published_from' | 'title_key' | null
  readonly descending: boolean
}

/** The key of articles without a title (`NO_TITLE_KEY` of the listing): after every other. */
const NO_TITLE_KEY = 'char(1114111)'

/** Undated and untitled articles come last whichever end is first, so they are a part of their own. */
const PARTS: Readonly<Record<ListSort, readonly Omit<OrderPart, 'descending'>[]>> = {
  added: [{ where: null, key: 'added_at' }],
  published: [
    { where: 'l.published_from IS NOT NULL', key: 'published_from' },
    { where: 'l.published_from IS NULL', key: null },
  ],
  title: [
    { where: `l.title_key < ${NO_TITLE_KEY}`, key: 'title_key' },
    { where: `l.title_key = ${NO_TITLE_KEY}`, key: null },
  ],
}

/** The parts of an order, first to last. */
export function orderParts({ sort, direction }: ListOrder): readonly OrderPart[] {
  return PARTS[sort].map((part) => ({ ...part, descending: direction === 'down' }))
}

/** One page. */
export interface Page {
  readonly limit: number
  readonly offset: number
}

/** SQL of one page of the articles of a part that fulfil a condition. */
export function pageSql(where: Sql | null, part: OrderPart): string {
  return `SELECT l.article FROM article_listing l WHERE ${partSql(part, where)} ORDER BY ${orderSql(part)} LIMIT ? OFFSET ?`
}

/** The terms of ORDER BY that walk a part. */
export function orderSql({ key, descending }: OrderPart): string {
  const end = descending ? ' DESC' : ''
  return [key, 'article'].flatMap((column) => (column === null ? [] : [`l.${column}${end}`])).join(', ')
}

/** SQL that holds for the articles outside the Trash in a part of an order that fulfil a condition. */
export function partSql(part: OrderPart, where: Sql | null): string {
  const within = part.where === null ? '' : ` AND ${part.where}`
  return `l.trashed = 0${within}${where === null ? '' : ` AND ${where.sql}`}`
}

/** Articles outside the Trash that fulfil a condition, one page in order. */
export function listPage(database: Database, where: Sql | null, order: ListOrder, page: Page): readonly ArticleId[] {
  const parts = orderParts(order)
  const found: ArticleId[] = []
  let { offset } = page
  for (const part of parts) {
    const limit = page.limit - found.length
    if (limit <= 0) break
    const rows = prepared<SqlValue[], ArticleId>(database, pageSql(where, part))
      .pluck()
      .all(...(where?.values ?? []), limit, offset)
    found.push(...rows)
    // Only a part that could not fill the page needs to be counted.
    if (rows.length > 0) offset = 0
    else if (offset > 0 && part !== parts.at(-1)) offset = Math.max(0, offset - countPart(database, where, part))
  }
  return found
}

/** Number of the articles outside the Trash in a part of an order that fulfil a condition. */
export function countPart(database: Database, where: Sql | null, part: OrderPart): number {
  const sql = `SELECT count(*) FROM article_listing l WHERE ${partSql(part, where)}`
  const count = prepared<SqlValue[], number>(database, sql).pluck()
  return count.get(...(where?.values ?? [])) ?? 0
}

/** Number of the articles outside the Trash that fulfil a condition. */
export function countListed(database: Database, where: Sql | null): number {
  return countPart(database, where, { where: null, key: null, descending: true })
}

/** Up to so many hits are sorted; more are found by walking the order's index until the page is full. */
const MOST_SORTED = 2_000

/** One page of given articles in an order. */
export function orderIds(
  database: Database,
  ids: readonly ArticleId[],
  order: ListOrder,
  page: Page,
): readonly ArticleId[] {
  if (ids.length > MOST_SORTED) return walk(database, new Set(ids), order, page)
  const sorted = `SELECT l.article FROM json_each(?) AS given CROSS JOIN article_listing l ON l.article = given.value
    WHERE l.trashed = 0 ORDER BY ${sortSql(order)} LIMIT ? OFFSET ?`
  return prepared<SqlValue[], ArticleId>(database, sorted).pluck().all(JSON.stringify(ids), page.limit, page.offset)
}

/** The whole order as terms of ORDER BY: what lies in a second part comes after the first, by row number alone. */
function sortSql(order: ListOrder): string {
  const [first, second] = orderParts(order)
  if (first === undefined) throw new Error(`an order without parts: ${order.sort}`)
  return typeof second?.where !== 'string' ? orderSql(first) : `${second.where}, ${orderSql(first)}`
}

function walk(database: Database, wanted: ReadonlySet<ArticleId>, order: ListOrder, page: Page): readonly ArticleId[] {
  const found: ArticleId[] = []
  let skipped = 0
  if (page.limit <= 0) return found
  for (const id of walkOrder(database, order)) {
    if (!wanted.has(id)) continue
    if (skipped++ < page.offset) continue
    if (found.push(id) >= page.limit) break
  }
  return found
}

function* walkOrder(database: Database, order: ListOrder): Generator<ArticleId> {
  for (const part of orderParts(order)) {
    const sql = `SELECT l.article FROM article_listing l WHERE ${partSql(part, null)} ORDER BY ${orderSql(part)}`
    yield* database.prepare<[], ArticleId>(sql).pluck().iterate()
  }
}
