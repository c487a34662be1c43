import type { AppError } from '../app-error.ts'
import type { ErrorCode } from '../error-code.ts'
import type { ArticleUid, Instant, Uid } from './identity.ts'
import type { ItemNote, ItemNoteKind } from './item-note.ts'

/** What became of one item; every item read has exactly one. */
export const IMPORT_OUTCOMES = ['added', 'newVersion', 'already', 'linkOnly', 'failed'] as const
/** One of the outcomes. */
export type ImportOutcome = (typeof IMPORT_OUTCOMES)[number]

/** The report on one item. */
export interface ImportItemReport {
  /** Path of the file, or path and key inside it joined by `#`. */
  readonly source: string
  readonly outcome: ImportOutcome
  readonly uid: ArticleUid | null
  readonly title: string | null
  /** Why it failed; null otherwise. */
  readonly reason: AppError | null
  readonly notes: readonly ItemNote[]
}

/** Counts by outcome; `read` is their sum. */
export type ImportCounts = Readonly<Record<ImportOutcome, number>> & { readonly read: number }

/** How far a run has come. */
export interface ImportProgress extends ImportCounts {
  /** Items known so far; still growing while folders are walked. */
  readonly known: number
  /** The item in hand, as a source. */
  readonly current: string
  /** Items a second since the start. */
  readonly rate: number
  /** Seconds left by the present rate; null while unknown. */
  readonly remaining: number | null
}

/** Why an item needs a decision: it came as a link only, it failed (the code), or it is in with a remark (its kind). */
export type DecisionReason = 'link-only' | ErrorCode | ItemNoteKind

/** Items that need a decision for one reason; each item is in one such group. */
export interface DecisionGroup {
  readonly reason: DecisionReason
  readonly count: number
  /** The first few. */
  readonly examples: readonly ImportItemReport[]
}

/** Added items and new versions that are in, but with a remark to decide on; they are counted as such too. */
export interface DoubtfulCounts {
  readonly added: number
  readonly newVersion: number
}

/** Counts of what lay at one of the paths asked for. */
export interface SourceCounts extends ImportCounts {
  /** As asked for. */
  readonly path: string
  readonly doubtful: DoubtfulCounts
}

/** What came of a run so far beyond its counts. */
export interface ImportTally {
  readonly doubtful: DoubtfulCounts
  /** The largest first. */
  readonly decisions: readonly DecisionGroup[]
  /** In the order asked for; empty when more paths were named than a table can show. */
  readonly sources: readonly SourceCounts[]
}

/** How far an import job has come. */
export type ImportJobProgress = ImportProgress & ImportTally

/** An import that never ended: stopped by a person, by a failure, or with the program. */
export interface UnfinishedImport {
  readonly run: Uid
  readonly started: Instant
  readonly paths: readonly string[]
}
