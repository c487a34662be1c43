/** A work as a bibliography states it; null or empty where it does not. */
export interface Citation {
  readonly id: string | null
  readonly title: string | null
  /** Names as they are read: `Ann Lee`. */
  readonly authors: readonly string[]
  readonly container: string | null
  readonly published: string | null
  readonly url: string | null
  readonly doi: string | null
  readonly language: string | null
  readonly abstract: string | null
  readonly keywords: readonly string[]
  /** The person's own notes, as text. */
  readonly notes: readonly string[]
  /** When the page was looked at, as written. */
  readonly accessed: string | null
}

/** A work of which nothing is known. */
export const NO_CITATION: Citation = {
  id: null,
  title: null,
  authors: [],
  container: null,
  published: null,
  url: null,
  doi: null,
  language: null,
  abstract: null,
  keywords: [],
  notes: [],
  accessed: null,
}
