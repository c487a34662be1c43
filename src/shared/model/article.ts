import type { Annotation } from './annotation.ts'
import type { ForeEdge } from './fore-edge.ts'
import type { ArticleUid, Instant, Sha256 } from './identity.ts'
import type { ReadingPosition } from './reading-place.ts'
import type { Direction, RenditionContent } from './rendition.ts'

/** How far a person has come with an article. */
export const READING_STATES = ['unread', 'reading', 'read'] as const
/** One of the reading states. */
export type ReadingState = (typeof READING_STATES)[number]

/** One row of a list: effective facts (a person's correction, else the current rendition's). */
export interface ArticleRow {
  readonly uid: ArticleUid
  readonly sourceId: string | null
  readonly title: string | null
  /** What to show when there is no title: file name, address or first words; null when there is one. */
  readonly label: string | null
  readonly url: string | null
  readonly publication: string | null
  readonly byline: string | null
  readonly published: string | null
  readonly added: Instant
  readonly language: string | null
  readonly words: number
  readonly state: ReadingState
  readonly starred: boolean
  readonly tags: readonly string[]
  /** Paths such as `Work/War`. */
  readonly collections: readonly string[]
  readonly highlights: number
  /** The beginning of the text, at most 240 characters, for lists that show first lines; null for a link only. */
  readonly excerpt: string | null
  readonly standfirst: string | null
  readonly direction: Direction
  /** A picture of the archive by its hash, or null. */
  readonly leadImage: Sha256 | null
  /** Media type of the current original, null when there is none. */
  readonly mediaType: string | null
  readonly foreEdge: ForeEdge
}

/** One rendition of a version, without its content. */
export interface RenditionSummary {
  readonly number: number
  readonly extractor: string
  readonly extractorVersion: string
  readonly current: boolean
}

/** One capture or import of an article. */
export interface VersionSummary {
  readonly number: number
  readonly captured: Instant
  /** SHA-256 of the original's bytes, null when the source had none. */
  readonly source: string | null
  readonly mediaType: string | null
  readonly current: boolean
  /** Numbers of the pages of its article that it holds, when these came in one by one; empty when it came whole. */
  readonly pages: readonly number[]
  readonly renditions: readonly RenditionSummary[]
}

/** An article whole: effective facts, the current rendition's content (or a chosen version's), and its annotations. */
export interface Article extends RenditionContent {
  /** What to show when there is no title: file name, address or first words; null when there is one. */
  readonly label: string | null
  readonly uid: ArticleUid
  readonly sourceId: string | null
  readonly url: string | null
  readonly added: Instant
  readonly state: ReadingState
  readonly starred: boolean
  readonly trashed: Instant | null
  readonly tags: readonly string[]
  readonly collections: readonly string[]
  readonly versions: readonly VersionSummary[]
  readonly annotations: readonly Annotation[]
  readonly position: ReadingPosition
}
