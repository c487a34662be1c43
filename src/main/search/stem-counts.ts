import type { Database } from 'better-sqlite3'
import { quoteTokens } from './fts-expression.ts'
import { outOfTrash } from './out-of-trash.ts'
import { prepared } from './prepared.ts'

/** In how many articles outside the Trash tokens of the index stand; samples count those in it too. */
export interface StemCounts {
  /** Counts no further than the limit. */
  readonly count: (stem: string, limit: number) => number
  /** How many of some thousand articles in the middle of the archive have it: quick, and enough to tell common from rare. */
  readonly sample: (stem: string) => number
  /** In how many it stands, about: exact where it is rare or the archive small. */
  readonly estimate: (stem: string) => number
  /** Whether it stands in fewer, judged by the sample: nothing is counted. */
  readonly isRarer: (stem: string, than: number) => boolean
}

interface Known {
  readonly value: number
  readonly at: number
}

/** Counts serve as weights only, so they may be this old, in milliseconds. */
const OLDEST = 60_000
/** When so many are remembered, all are forgotten. */
const MOST_REMEMBERED = 50_000
/** Articles of a sample. FTS5 jumps to a range of rows, so a common word's other postings are not walked. */
const SAMPLE = 2_000
/** Fewer in the sample are counted exactly. */
const LEAST_SAMPLED = 20

/** Counts on a connection; `articles` is how many the index has. */
export function createStemCounts(database: Database, articles: () => number): StemCounts {
  const counting = (stem: string, limit: number): number => {
    const rows = `SELECT 1 FROM search_article WHERE search_article MATCH ?${outOfTrash(database)('rowid')} LIMIT ?`
    return prepared<[string, number], number>(database, `SELECT count(*) FROM (${rows})`).pluck().get(stem, limit) ?? 0
  }
  const sampling = database
    .prepare<[string, number, number], number>(
      'SELECT count(*) FROM search_article WHERE search_article MATCH ? AND rowid BETWEEN ? AND ?',
    )
    .pluck()
  const last = database.prepare<[], number | null>('SELECT max(article) FROM search_doc').pluck()
  const count = remember(
    (stem, limit) => counting(quoteTokens([stem]), limit),
    (stem, limit) => `${String(limit)} ${stem}`,
  )
  const sample = remember(
    (stem) => {
      const from = Math.max(1, Math.floor(((last.get() ?? 0) - SAMPLE) / 2))
      return sampling.get(quoteTokens([stem]), from, from + SAMPLE - 1) ?? 0
    },
    (stem) => stem,
  )
  return {
    count,
    sample: (stem) => sample(stem, 0),
    isRarer: (stem, than) => articles() <= than || (sample(stem, 0) * articles()) / SAMPLE < than,
    estimate: (stem) => {
      const all = articles()
      if (all <= 2 * SAMPLE) return count(stem, all)
      const sampled = sample(stem, 0)
      if (sampled >= LEAST_SAMPLED) return Math.round((sampled * all) / SAMPLE)
      return count(stem, Math.ceil((2 * LEAST_SAMPLED * all) / SAMPLE))
    },
  }
}

function remember(
  read: (stem: string, limit: number) => number,
  keyOf: (stem: string, limit: number) => string,
): (stem: string, limit: number) => number {
  const known = new Map<string, Known>()
  return (stem, limit) => {
    const now = performance.now()
    const key = keyOf(stem, limit)
    const before = known.get(key)
    if (before !== undefined && now - before.at < OLDEST) return before.value
    if (known.size >= MOST_REMEMBERED) known.clear()
    const value = read(stem, limit)
    known.set(key, { value, at: now })
    return value
  }
}
