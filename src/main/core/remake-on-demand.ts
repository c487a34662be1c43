import type { RemakeArticle, SampleEncodings } from '../archive/ports/remake-article.ts'
import type { ParsePool } from '../import/pool/parse-pool.ts'

/** `remakeInPool`; the code of the formats is loaded with the first article. */
export function remakeOnDemand(pool: ParsePool): RemakeArticle {
  return async (original) => (await import('./remake-in-pool.ts')).remakeInPool(pool)(original)
}

/** How an original reads in each encoding; loaded with the first too. */
export const sampleEncodings: SampleEncodings = async (original) =>
  (await import('../import/encoding/sample-encodings.ts')).sampleEncodings(original)
