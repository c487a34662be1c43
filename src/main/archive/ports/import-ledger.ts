import type { AppError } from '../../../shared/app-error.ts'
import type { ImportOutcome } from '../../../shared/model/import.ts'
import type { ItemNote } from '../../../shared/model/item-note.ts'
import type { ArticleId, Instant, Sha256, Uid } from '../../../shared/model/identity.ts'
import type { Json, JsonObject } from '../../../shared/json.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** One run of an import. `uid` is also the gesture's, so that one undo takes the run back. */
export interface ImportRun {
  readonly uid: Uid
  readonly started: Instant
  /** What was asked for: paths and options, enough to continue it. */
  readonly request: JsonObject
}

/** Key under which an item is remembered across runs: of a file in a folder the hash of its bytes and an empty key. */
export interface ItemKey {
  readonly sourceHash: Sha256
  readonly key: string
}

/** What became of an item, committed together with its article. */
export interface LedgerItem extends ItemKey {
  readonly source: string
  readonly outcome: ImportOutcome
  readonly article: ArticleId | null
  readonly reason: AppError | null
  readonly notes: readonly ItemNote[]
}

/** An earlier outcome of the same item. */
export interface EarlierItem {
  readonly outcome: ImportOutcome
  readonly article: ArticleId | null
}

/** Memory of what was brought in. */
export interface ImportLedger {
  readonly startRun: (unit: UnitOfWork, run: ImportRun) => void
  /** The item's latest outcome in any run; a failed item is forgotten, so that it is tried again. */
  readonly findItem: (key: ItemKey) => EarlierItem | undefined
  /** Records the outcome, and seals it in the log. */
  readonly recordItem: (unit: UnitOfWork, run: Uid, item: LedgerItem, at: Instant) => void
  readonly finishRun: (unit: UnitOfWork, run: Uid, ended: Instant, outcome: Json) => void
  /** The newest run that never ended, or undefined. */
  readonly lastUnfinished: () => ImportRun | undefined
  /** Articles that a run added, for its undo. */
  readonly articlesAdded: (run: Uid) => readonly ArticleId[]
}
