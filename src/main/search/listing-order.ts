import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/identity.ts'
import type { ListSort } from '../../shared/model/search.ts'
import type { Sql, SqlValue } from './condition.ts'

/** Orders of lists, each walked by its index: newest first, titles from A. Undated articles come last. */
export const ORDERS: Readonly<Record<ListSort, string>> = {
  added: 'l.added_at DESC, l.article DESC',
  published: 'l.published_from DESC, l.article DESC',
  title: 'l.title_key, l.article',
}

/** One page. */
export interface Page {
  readonly limit: number
  readonly offset: number
}

/** SQL of one page of the articles that fulfil a condition, in an order. */
export function pageSql(where: Sql | null, sort: ListSort): string {
  return `SELECT l.article FROM article_listing l WHERE l.trashed = 0${and(where)} ORDER BY ${ORDERS[sort]} LIMIT ? OFFSET ?`
}

function and(where: Sql | null): string {
  return where === null ? '' : ` AND ${where.sql}`
}

/** Articles outside the Trash that fulfil a condition, one page in order. */
export function listPage(database: Database, where: Sql | null, sort: ListSort, page: Page): readonly ArticleId[] {
  return database
    .prepare<SqlValue[], ArticleId>(pageSql(where, sort))
    .pluck()
    .all(...(where?.values ?? []), page.limit, page.offset)
}

/** Number of the articles outside the Trash that fulfil a condition. */
export function countListed(database: Database, where: Sql | null): number {
  const sql = `SELECT count(*) FROM article_listing l WHERE l.trashed = 0${and(where)}`
  return (
    database
      .prepare<SqlValue[], number>(sql)
      .pluck()
      .get(...(where?.values ?? [])) ?? 0
  )
}

/** Up to so many hits are sorted; more are found by walking the order's index until the page is full. */
const MOST_SORTED = 2_000

/** One page of given articles in an order. */
export function orderIds(
  database: Database,
  ids: readonly ArticleId[],
  sort: ListSort,
  page: Page,
): readonly ArticleId[] {
  if (ids.length <= MOST_SORTED) {
    return database
      .prepare<SqlValue[], ArticleId>(
        `SELECT l.article FROM json_each(?) AS given CROSS JOIN article_listing l ON l.article = given.value
         WHERE l.trashed = 0 ORDER BY ${ORDERS[sort]} LIMIT ? OFFSET ?`,
      )
      .pluck()
      .all(JSON.stringify(ids), page.limit, page.offset)
  }
  return walk(database, new Set(ids), sort, page)
}

function walk(database: Database, wanted: ReadonlySet<ArticleId>, sort: ListSort, page: Page): readonly ArticleId[] {
  const all = database
    .prepare<[], ArticleId>(`SELECT l.article FROM article_listing l WHERE l.trashed = 0 ORDER BY ${ORDERS[sort]}`)
    .pluck()
  const found: ArticleId[] = []
  let skipped = 0
  if (page.limit <= 0) return found
  for (const id of all.iterate()) {
    if (!wanted.has(id)) continue
    if (skipped++ < page.offset) continue
    if (found.push(id) >= page.limit) break
  }
  return found
}
