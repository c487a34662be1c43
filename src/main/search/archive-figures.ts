import type { Database } from 'better-sqlite3'
import type { Sql } from './condition.ts'
import { countListed } from './listing-order.ts'
import { createMoment } from './moment.ts'

/** Numbers about the whole archive, counted once for as long as nobody writes. */
export interface ArchiveFigures {
  /** Articles in the index. */
  readonly indexed: () => number
  /** Articles outside the Trash that fulfil a condition; null = all. */
  readonly listed: (where: Sql | null) => number
}

/** Conditions whose counts are kept: the lists that a person goes back and forth between. */
const KEPT = 16

/** Counting walks an index of all articles, which a list must not do at every scroll. */
export function createArchiveFigures(database: Database): ArchiveFigures {
  const momentOf = createMoment(database)
  const indexed = database.prepare<[], number>('SELECT count(*) FROM search_doc').pluck()
  const counts = new Map<string, number>()
  let moment = ''
  const remembered = (key: string, count: () => number): number => {
    const present = momentOf()
    if (present !== moment) counts.clear()
    moment = present
    const value = counts.get(key) ?? count()
    counts.delete(key)
    counts.set(key, value)
    const [oldest] = counts.keys()
    if (counts.size > KEPT && oldest !== undefined) counts.delete(oldest)
    return value
  }
  return {
    indexed: () => remembered('indexed', () => indexed.get() ?? 0),
    listed: (where) => remembered(`listed ${keyOf(where)}`, () => countListed(database, where)),
  }
}

function keyOf(where: Sql | null): string {
  return where === null ? '' : JSON.stringify(where)
}
