import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/identity.ts'
import { WEIGHTS, type ScoredHit } from './find-hits.ts'
import type { QueryPair } from './query-pairs.ts'
import type { StemCounts } from './stem-counts.ts'

/**
 * Hits whose order is refined. Neighbours lift an article by a quarter of its score at most, and further down hardly
 * anybody looks.
 */
export const REFINED = 200

/** A phrase of two words that stand in so many articles each costs more time than it tells: `of the`. */
const COMMON = 20_000

/** An expression and what its bm25 counts. */
export interface Weighed {
  readonly fts: string
  readonly weight: number
}

/** Adds to each hit what the expressions score for it; hits keep their order of before among equals. */
export type AddScores = (hits: readonly ScoredHit[], expressions: readonly Weighed[]) => readonly ScoredHit[]

/** Scores expressions for given articles; the plus keeps SQLite from running FTS5 once for each of them. */
export function createAddScores(database: Database): AddScores {
  const score = database
    .prepare<[string, string], [ArticleId, number]>(
      `SELECT rowid, -bm25(search_article, ${WEIGHTS}) FROM search_article
       WHERE search_article MATCH ? AND +rowid IN (SELECT value FROM json_each(?))`,
    )
    .raw()
  return (hits, expressions) => {
    const added = new Map<ArticleId, number>()
    const ids = JSON.stringify(hits.map(({ article }) => article))
    for (const { fts, weight } of expressions) {
      for (const [article, value] of score.all(fts, ids)) {
        added.set(article, (added.get(article) ?? 0) + weight * value)
      }
    }
    const lifted = hits.map(({ article, score: own }) => ({ article, score: own + (added.get(article) ?? 0) }))
    return lifted.sort((one, other) => other.score - one.score)
  }
}

/** Pairs as expressions, one for each weight; those of two very common words are left out. */
export function weighPairs(pairs: readonly QueryPair[], { isRarer }: StemCounts): readonly Weighed[] {
  const isTelling = ({ tokens }: QueryPair): boolean => tokens.some((token) => isRarer(token, COMMON))
  const byWeight = Map.groupBy(pairs.filter(isTelling), ({ weight }) => weight)
  return Array.from(byWeight, ([weight, ofWeight]) => ({ weight, fts: ofWeight.map(({ fts }) => fts).join(' OR ') }))
}
