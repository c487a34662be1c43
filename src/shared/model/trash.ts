import type { ArticleUid, Instant } from './identity.ts'

/** One article in the Trash; `title` and `label` as in lists. */
export interface TrashRow {
  readonly uid: ArticleUid
  readonly title: string | null
  readonly label: string | null
  readonly url: string | null
  readonly trashed: Instant
}

/** One page of the Trash, the newest first, and how many articles lie in it. */
export interface TrashAnswer {
  readonly total: number
  readonly rows: readonly TrashRow[]
}

/** What was deleted for ever. Backups made before still hold it. */
export interface DeletionReport {
  readonly articles: number
  readonly annotations: number
  readonly versions: number
  /** Originals and pictures that nothing else used. */
  readonly blobs: number
  /**
   * Whether nothing of it is left in the archive's files. False when the work was stopped, or another program reads the
   * archive at the moment; emptying the Trash once more finishes it, an empty one too.
   */
  readonly erased: boolean
}
