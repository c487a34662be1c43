import type { AnnotationUid, ArticleUid, Instant } from './identity.ts'

/** The five pens, in their fixed order. */
export const HIGHLIGHT_COLORS = ['yellow', 'green', 'blue', 'red', 'purple'] as const
/** One of the five pens. */
export type HighlightColor = (typeof HIGHLIGHT_COLORS)[number]

/** What a person calls a pen; null = it has no name but its colour. */
export interface PenName {
  readonly color: HighlightColor
  readonly name: string | null
}

/** W3C `TextQuoteSelector`: a passage with up to 32 characters (UTF-16 code units) of what stands around it. */
export interface TextQuote {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** A passage to highlight, named by its words; prefix and suffix decide when it stands several times. */
export interface NewHighlight {
  readonly article: ArticleUid
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly color: HighlightColor
  readonly note: string | null
  readonly tags: readonly string[]
  /** Where it was selected; null = find it by its words. A place whose text is not the quote is refused. */
  readonly place: SelectedPlace | null
}

/** A selection in one rendition's text: half-open, UTF-16 code units. */
export interface SelectedPlace {
  readonly version: number
  readonly rendition: number
  readonly start: number
  readonly end: number
}

/** How an anchor was found; see the ladder in `docs/decisions/anchoring.md`. `manual`: a person selected the passage. */
export type AnchorStrategy = 'position' | 'quote' | 'context' | 'folded' | 'fuzzy' | 'manual' | 'none'
/** Whether an annotation has a place in a rendition; `rejected`: a person said that the place found is wrong. */
export type AnchorStatus = 'placed' | 'orphan' | 'rejected'

/** Where an annotation lies in one rendition's text; start and end in UTF-16 code units, null unless it is placed. */
export interface Anchor {
  readonly version: number
  readonly rendition: number
  readonly start: number | null
  readonly end: number | null
  readonly strategy: AnchorStrategy
  /** 0 (no trust) to 1 (certain). */
  readonly score: number
  readonly status: AnchorStatus
}

/** A highlight, or (without a quote) a note on the whole article. */
export interface Annotation {
  readonly uid: AnnotationUid
  readonly article: ArticleUid
  readonly quote: TextQuote | null
  readonly color: HighlightColor | null
  readonly note: string | null
  readonly tags: readonly string[]
  readonly created: Instant
  readonly changed: Instant
  /** Current rendition first. */
  readonly anchors: readonly Anchor[]
}
