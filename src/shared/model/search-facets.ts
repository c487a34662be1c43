import type { MatchMode } from './search.ts'

/** What results can be narrowed by, in the order in which they are shown. */
export const FACET_NAMES = ['publication', 'author', 'year', 'language', 'tag', 'collection', 'state', 'notes'] as const

/** One of them. */
export type FacetName = (typeof FACET_NAMES)[number]

/** One value and how many of the articles found have it. */
export interface FacetValue {
  /** As people read it: a name, a year, a language code, a path (`Work/War`), or what `is:` and `has:` call it. */
  readonly value: string
  readonly articles: number
  /** What narrows the query to these articles, ready to be put behind it: `tag:food`, `after:2021 before:2023`. */
  readonly condition: string
}

/** The values that the articles found have, most articles first; years newest first. */
export interface Facet {
  readonly name: FacetName
  /** At most 30. */
  readonly values: readonly FacetValue[]
  /** Values left out here. */
  readonly others: number
  /** Articles found that have no value: undated, without a tag, and so on. */
  readonly without: number
}

/** Of which search the facets are wanted. */
export interface FacetsRequest {
  readonly query: string
  readonly match: MatchMode
}

/** Facets of everything a query finds, whatever page of it is shown; all eight, also those without values. */
export interface FacetsAnswer {
  /** Exact, as the search's own. */
  readonly total: number
  /** True when nothing had all the words, so that these are the facets of what has some. */
  readonly relaxed: boolean
  readonly milliseconds: number
  readonly facets: readonly Facet[]
}
