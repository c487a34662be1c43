import type { AppError } from '../app-error.ts'
import type { ArticleUid } from './identity.ts'

/** What a rebuild of everything derived did. */
export interface RebuildDerivedReport {
  readonly versions: number
  /** Versions that got a new rendition. */
  readonly renewed: number
  readonly unchanged: number
  /** Highlights that found a place on the new renditions, and those that did not and are listed as orphans. */
  readonly placed: number
  readonly orphans: number
  readonly failed: readonly { readonly uid: ArticleUid; readonly version: number; readonly reason: AppError }[]
}

/** What a rebuild of the index did; `complete` false when it was cancelled half-way. */
export interface RebuildIndexReport {
  readonly articles: number
  readonly complete: boolean
}
