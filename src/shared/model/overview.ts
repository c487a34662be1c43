import type { CollectionNode, TagCount } from './organisation.ts'

/** What the sidebar shows: counts of articles outside the Trash, but for `notes` (annotations) and `trash`. */
export interface ArchiveOverview {
  readonly articles: number
  readonly unread: number
  readonly starred: number
  /** Highlights and notes on articles outside the Trash. */
  readonly notes: number
  readonly trash: number
  readonly collections: readonly CollectionNode[]
  readonly tags: readonly TagCount[]
  /** Size of the archive's files in bytes. */
  readonly bytes: number
}
