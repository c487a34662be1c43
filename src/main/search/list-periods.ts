import type { Database } from 'better-sqlite3'
import type { ListPeriod } from '../../shared/model/list-period.ts'
import type { Sql, SqlValue } from './condition.ts'
import { countPart, orderParts, orderSql, partSql, type ListOrder, type OrderPart } from './listing-order.ts'
import { createPeriodOf, type Period, type PeriodOf } from './period-of.ts'

/** Where the periods of a list begin, for the articles outside the Trash that fulfil a condition; none by title. */
export function listPeriods(database: Database, where: Sql | null, order: ListOrder, now: Date): readonly ListPeriod[] {
  if (order.sort === 'title') return []
  const periodOf = createPeriodOf(now, order.sort === 'added' ? 'instant' : 'day')
  const periods: ListPeriod[] = []
  let start = 0
  for (const part of orderParts(order)) {
    for (const { key, count } of stretchesOf(database, where, part, periodOf)) {
      periods.push({ key, start })
      start += count
    }
  }
  return periods
}

interface Stretch {
  readonly key: string
  readonly count: number
}

function stretchesOf(database: Database, where: Sql | null, part: OrderPart, periodOf: PeriodOf): readonly Stretch[] {
  if (part.key === null) {
    const count = countPart(database, where, part)
    return count === 0 ? [] : [{ key: 'undated', count }]
  }
  return findsAnew(where) ? walk(database, where, part, periodOf) : hop(database, where, part, periodOf)
}

/** A condition that looks its articles up somewhere would do so for every period; any other is asked of a stretch of the index. */
function findsAnew(where: Sql | null): where is Sql {
  return where?.sql.includes('SELECT') === true
}

function hop(database: Database, where: Sql | null, part: OrderPart, periodOf: PeriodOf): readonly Stretch[] {
  const key = `l.${part.key ?? 'article'}`
  const edge = part.descending ? `max(${key})` : `min(${key})`
  const rest = part.descending ? `${key} < ?` : `${key} >= ?`
  const select = `SELECT ${edge} FROM article_listing l WHERE ${partSql(part, where)}`
  const bound = where?.values ?? []
  const first = database.prepare<SqlValue[], string | null>(select).pluck()
  const next = database.prepare<SqlValue[], string | null>(`${select} AND ${rest}`).pluck()
  const within = `${key} >= ? AND ${key} < ?${where === null ? '' : ` AND ${where.sql}`}`
  const stretches: Stretch[] = []
  for (let value = first.get(...bound); typeof value === 'string';) {
    const { key: name, from, until }: Period = periodOf(value)
    stretches.push({ key: name, count: countPart(database, { sql: within, values: [from, until, ...bound] }, part) })
    value = next.get(...bound, part.descending ? from : until)
  }
  return stretches
}

function walk(database: Database, where: Sql, part: OrderPart, periodOf: PeriodOf): readonly Stretch[] {
  const values = database
    .prepare<SqlValue[], string>(
      `SELECT l.${part.key ?? 'article'} FROM article_listing l WHERE ${partSql(part, where)} ORDER BY ${orderSql(part)}`,
    )
    .pluck()
  const stretches: { key: string; count: number }[] = []
  let period: Period | undefined
  for (const value of values.iterate(...where.values)) {
    const last = stretches.at(-1)
    if (period !== undefined && last !== undefined && value >= period.from && value < period.until) last.count++
    else {
      period = periodOf(value)
      stretches.push({ key: period.key, count: 1 })
    }
  }
  return stretches
}
