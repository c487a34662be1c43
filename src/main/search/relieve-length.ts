import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/identity.ts'
import type { ScoredHit } from './find-hits.ts'

/** bm25 of FTS5: k1 1.2 and b .75, of which the latter is fixed. */
const K1 = 1.2
const FIXED_B = 0.75
/**
 * What b should be. On XQuAD .5 beats .75 by .001 to .007 (MRR@10 in English, German, Russian, Arabic; Chinese −.001), on
 * Cranfield nDCG@10 by .002.
 */
const WANTED_B = 0.5
/** How often a word of the query stands in an article that has it, about. */
const MEAN_TIMES = 1.5

/** Scores hits as if b had been the wanted one. */
export type RelieveLength = (hits: readonly ScoredHit[]) => readonly ScoredHit[]

interface Size {
  readonly id: ArticleId
  readonly sz: Buffer
}

/**
 * Takes part of bm25's discount on long articles back, by the lengths that FTS5 keeps beside its index; what is long is
 * told by the mean of the hits.
 */
export function createRelieveLength(database: Database): RelieveLength {
  const sizes = database.prepare<[string], Size>(
    'SELECT size.id, size.sz FROM json_each(?) AS given CROSS JOIN search_article_docsize AS size ON size.id = given.value',
  )
  return (hits) => {
    const lengths = new Map(
      sizes.all(JSON.stringify(hits.map(({ article }) => article))).map(({ id, sz }) => [id, sumOfVarints(sz)]),
    )
    const mean = [...lengths.values()].reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.size)
    return hits.map(({ article, score }) => {
      const share = (lengths.get(article) ?? mean) / Math.max(1, mean)
      return { article, score: (score * discount(FIXED_B, share)) / discount(WANTED_B, share) }
    })
  }
}

function discount(b: number, share: number): number {
  return MEAN_TIMES + K1 * (1 - b + b * share)
}

/** SQLite's varints: seven bits a byte, the highest bit set in all but the last. */
function sumOfVarints(bytes: Buffer): number {
  let sum = 0
  let value = 0
  for (const byte of bytes) {
    value = value * 128 + (byte & 0x7f)
    if (byte >= 0x80) continue
    sum += value
    value = 0
  }
  return sum
}
