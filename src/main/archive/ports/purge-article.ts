import type { ArticleId, Sha256 } from '../../../shared/model/identity.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** What went with an article deleted for ever. */
export interface PurgedArticle {
  readonly annotations: number
  readonly versions: number
  /** Blobs that nothing else used. */
  readonly blobs: readonly Sha256[]
}

/**
 * Deletes an article for ever: its rows and all that hang on it, and blobs that nothing else uses. Tombstones stay for
 * the article, its annotations, corrections and memberships. The caller takes the article and its notes out of the
 * index before, seals the act after, and throws when there is no such article.
 */
export type PurgeArticle = (unit: UnitOfWork, article: ArticleId) => PurgedArticle
