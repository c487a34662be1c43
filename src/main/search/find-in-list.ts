import type { Database } from 'better-sqlite3'
import type { ArticleId, ArticleUid } from '../../shared/model/identity.ts'
import type { Sql, SqlValue } from './condition.ts'
import { countPart, orderParts, partSql, type ListOrder, type OrderPart } from './listing-order.ts'

interface Standing {
  readonly article: ArticleId
  readonly key: string | null
}

/** Index of an article among those outside the Trash that fulfil a condition, in an order; null when it is not there. */
export function findInList(database: Database, where: Sql | null, order: ListOrder, uid: ArticleUid): number | null {
  let before = 0
  for (const part of orderParts(order)) {
    const standing = standingIn(database, where, part, uid)
    if (standing !== undefined) return before + countBefore(database, where, part, standing)
    before += countPart(database, where, part)
  }
  return null
}

function standingIn(database: Database, where: Sql | null, part: OrderPart, uid: ArticleUid): Standing | undefined {
  const key = part.key === null ? 'NULL' : `l.${part.key}`
  return database
    .prepare<SqlValue[], Standing>(
      `SELECT l.article, ${key} AS key FROM article_listing l
       WHERE l.article = (SELECT id FROM article WHERE uid = ?) AND ${partSql(part, where)}`,
    )
    .get(uid, ...(where?.values ?? []))
}

function countBefore(database: Database, where: Sql | null, part: OrderPart, { article, key }: Standing): number {
  const sign = part.descending ? '>' : '<'
  const isBefore =
    part.key === null || key === null
      ? { sql: `l.article ${sign} ?`, values: [article] }
      : { sql: `(l.${part.key}, l.article) ${sign} (?, ?)`, values: [key, article] }
  const sql = where === null ? isBefore.sql : `${isBefore.sql} AND ${where.sql}`
  return countPart(database, { sql, values: [...isBefore.values, ...(where?.values ?? [])] }, part)
}
