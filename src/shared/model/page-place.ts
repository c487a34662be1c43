/** The place of a page among the pages of one article, as the page itself states it. */
export interface PagePlace {
  /** From 1 on. */
  readonly number: number
  /** The highest number that the page names; at least its own. */
  readonly last: number
  /** Canonical addresses by which the article may be known: without a number, and of the pages that it names. */
  readonly addresses: readonly string[]
}
