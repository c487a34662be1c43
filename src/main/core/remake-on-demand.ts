import type { RemakeArticle } from '../archive/ports/remake-article.ts'
import type { ParsePool } from '../import/pool/parse-pool.ts'

/** `remakeInPool`; the code of the formats is loaded with the first article. */
export function remakeOnDemand(pool: ParsePool): RemakeArticle {
  return async (original) => (await import('./remake-in-pool.ts')).remakeInPool(pool)(original)
}
