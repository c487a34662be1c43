import type { RemakeArticle } from '../archive/ports/remake-article.ts'
import type { ParsePool } from '../import/pool/parse-pool.ts'
import { rebuildDraft } from '../import/rebuild-draft.ts'

/** The import's own road again, in the pool. */
export function remakeInPool(pool: ParsePool): RemakeArticle {
  return async (original) => {
    const draft = rebuildDraft(original)
    return draft.ok ? pool.prepare(draft.value) : draft
  }
}
