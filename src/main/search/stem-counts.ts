import type { Database } from 'better-sqlite3'
import { quoteTokens } from './fts-expression.ts'

/** In how many articles a token of the index stands, up to a limit. */
export type CountStem = (stem: string, limit: number) => number

interface Known {
  readonly count: number
  readonly limit: number
  readonly at: number
}

/** Counts serve as weights only, so they may be this old, in milliseconds. */
const OLDEST = 60_000
/** When so many are remembered, all are forgotten. */
const MOST_REMEMBERED = 50_000

/** Counts by walking postings no further than the limit, and remembers what it counted. */
export function createCountStem(database: Database): CountStem {
  const count = database
    .prepare<[string, number], number>(
      'SELECT count(*) FROM (SELECT 1 FROM search_article WHERE search_article MATCH ? LIMIT ?)',
    )
    .pluck()
  const known = new Map<string, Known>()
  return (stem, limit) => {
    const now = performance.now()
    const before = known.get(stem)
    const isEnough = before !== undefined && (before.count < before.limit || before.limit >= limit)
    if (isEnough && now - before.at < OLDEST) return Math.min(before.count, limit)
    if (known.size >= MOST_REMEMBERED) known.clear()
    const counted = count.get(quoteTokens([stem]), limit) ?? 0
    known.set(stem, { count: counted, limit, at: now })
    return counted
  }
}
