/** A word of a query that stands nowhere, and the nearest one that does; offsets in the query, UTF-16 code units. */
export interface SuggestedWord {
  readonly start: number
  readonly end: number
  readonly word: string
  readonly replacement: string
}

/** Another spelling of a query. */
export interface Suggestion {
  /** The whole query with its words replaced; null when every word is known or nothing is near. */
  readonly query: string | null
  /** What was replaced, in the order of the query. */
  readonly words: readonly SuggestedWord[]
  /** Articles that the other spelling finds; never 0 when there is one. */
  readonly articles: number
}
