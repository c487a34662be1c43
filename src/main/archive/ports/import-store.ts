import type { Result } from '../../../shared/result.ts'
import type { ArticleUid } from '../../../shared/model/identity.ts'
import type { ImportItemReport } from '../../../shared/model/import.ts'
import type { ArchivedArticle, Shelves } from './archived-article.ts'
import type { PreparedArticle } from '../prepared-article.ts'
import type { ItemKey } from './import-ledger.ts'

/** An item at the end of its road: prepared, or failed with the reason. Both are stored, each with its outcome. */
export interface ReadyItem {
  readonly key: ItemKey
  readonly source: string
  readonly result: Result<PreparedArticle | ArchivedArticle>
}

/** Where an earlier run left the same item. */
export interface EarlierArticle {
  readonly uid: ArticleUid
  readonly title: string | null
}

/** The storing end of one import run. */
export interface ImportStore {
  /**
   * The article an item became in an earlier run (or earlier in this one), so that it need not be parsed again.
   * Undefined when there is none, when it failed then, or when its article lies in the Trash or is gone: importing it
   * again is a wish to have it.
   */
  readonly findEarlier: (key: ItemKey) => EarlierArticle | undefined
  /**
   * Stores the first items of a batch in one transaction (at most 64, at most about 200 ms of work) and answers their
   * reports after COMMIT, in order. The caller sends the rest again. A failure means that nothing of it was stored.
   */
  readonly storeBatch: (items: readonly ReadyItem[]) => Result<readonly ImportItemReport[]>
  /** Puts in place what another archive orders its articles by; comes before any of these. */
  readonly storeShelves: (shelves: Shelves) => Result<null>
}
