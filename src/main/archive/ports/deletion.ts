import type { ArticleUid, GestureUid } from '../../../shared/model/identity.ts'
import type { ArticleRef } from './article-records.ts'
import type { PurgeArticle } from './purge-article.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** History rows whose content is gone. */
export interface ErasedHistory {
  readonly changes: number
  readonly importItems: number
}

/**
 * Takes the content of deleted articles out of the history: quotes, notes and titles in changes, paths and reasons in
 * import outcomes. The rows stay, with their place in the log, and can never be undone. One eraser serves a whole
 * deletion: it looks through the changes once, however many articles there are.
 */
export interface HistoryEraser {
  /** Erases what the history holds of one article; before its rows are purged, in the same transaction. */
  readonly erase: (unit: UnitOfWork, article: ArticleRef) => ErasedHistory
  /** Erases the requests of ended import runs of which no other item is left; answers those runs, to be sealed. */
  readonly eraseRuns: (unit: UnitOfWork) => readonly GestureUid[]
}

/** The storing side of deleting for ever. */
export interface Deletion {
  readonly purgeArticle: PurgeArticle
  /** An eraser for these articles; it must not outlive the deletion. */
  readonly startErasing: (articles: readonly ArticleUid[]) => HistoryEraser
  /** Gives at most so many free pages back to the disk; answers whether there are more. */
  readonly vacuum: (unit: UnitOfWork, pages: number) => boolean
  /** Empties the journal of earlier contents, outside a transaction; false when another program is in the way. */
  readonly emptyJournal: () => boolean
}
