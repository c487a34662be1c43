import type { AppError } from '../app-error.ts'
import type { ArticleUid } from './identity.ts'
import type { ItemNote } from './item-note.ts'

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
