import type { PartialDate, ReaderHtml, Sha256 } from './identity.ts'

/** Which way the text runs. */
export type Direction = 'ltr' | 'rtl'

/** What a picture shows, and who made it. */
export interface Caption {
  readonly text: string
  readonly credit: string | null
}

/** A box or related headline beside the article's own text. */
export interface Aside {
  readonly title: string
  readonly text: string
}

/**
 * A stretch of the text that is not body: half-open range in UTF-16 code units, in order, never overlapping.
 * The HTML says the same with `<header>`, `<figcaption>`, `<aside>` and `<footer>`.
 */
export interface TextPart {
  readonly kind: 'header' | 'caption' | 'aside' | 'footer'
  readonly start: number
  readonly end: number
}

/** Facts about an article as a source states them; null is "the source does not say". */
export interface ArticleFacts {
  readonly title: string | null
  readonly standfirst: string | null
  /** Names joined by a comma and a space. */
  readonly byline: string | null
  readonly publication: string | null
  readonly section: string | null
  readonly published: PartialDate | null
  /** BCP 47 primary language subtag (`en`, `uk`, `zh`), or null when unsure. */
  readonly language: string | null
  readonly contributors: readonly string[]
}

/** What a source says that says nothing. */
export const NO_FACTS: ArticleFacts = {
  title: null,
  standfirst: null,
  byline: null,
  publication: null,
  section: null,
  published: null,
  language: null,
  contributors: [],
}

/** What an extractor made of one version of an article. */
export interface RenditionContent extends ArticleFacts {
  readonly html: ReaderHtml
  /** Exactly the `textContent` of the one `<article>` in `html`. */
  readonly text: string
  readonly parts: readonly TextPart[]
  /** Words of the body (text without header, captions, asides and footer). */
  readonly words: number
  readonly direction: Direction
  readonly captions: readonly Caption[]
  readonly asides: readonly Aside[]
  readonly leadImage: Sha256 | null
}
