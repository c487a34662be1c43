import type { DeepLink } from '../text/deep-link.ts'
import type { HighlightColor } from './annotation.ts'
import type { AnnotationUid, ArticleUid } from './identity.ts'
import type { Direction } from './rendition.ts'

/** How an article is named where it is linked to or from. */
export interface LinkedArticle {
  readonly uid: ArticleUid
  readonly title: string | null
  readonly label: string | null
  readonly language: string | null
  readonly direction: Direction
}

/**
 * What stands at the end of a link. `gone` names what is missing: the article, or the annotation of an article that is
 * there still. In the Trash is the article, with everything on it.
 */
export type LinkedPlace =
  | {
      readonly status: 'here' | 'trashed'
      readonly article: LinkedArticle
      /** The words of the highlight that is linked to; null for an article, and a note on one. */
      readonly quote: string | null
    }
  | { readonly status: 'gone'; readonly what: 'article' | 'annotation' }

/** A link in a note, with what is at its end. */
export interface OutgoingLink {
  /** The annotation whose note it stands in. */
  readonly from: AnnotationUid
  readonly to: DeepLink
  /** The words it is shown with; empty for a bare address. */
  readonly words: string
  readonly place: LinkedPlace
}

/** A note that links here; never one of an article in the Trash. */
export interface BackLink {
  readonly from: AnnotationUid
  readonly article: LinkedArticle
  /** The passage that the linking note stands on, with its pen; null for a note on the article. */
  readonly quote: string | null
  readonly color: HighlightColor | null
  /** The linking note, without the addresses of its links. */
  readonly note: string
  /** The annotation that it links to; null = the article as a whole. */
  readonly to: AnnotationUid | null
}

/** Links of an article's notes, in the order of notes and words, and the notes that link to it or to an annotation of it. */
export interface ArticleLinks {
  readonly links: readonly OutgoingLink[]
  readonly backLinks: readonly BackLink[]
}
