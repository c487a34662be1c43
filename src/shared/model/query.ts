import type { UnderstoodPart } from './search.ts'

/** Where a piece of the query stands; half-open, UTF-16 code units. */
export interface QuerySpan {
  readonly start: number
  readonly end: number
}

/** Where a term is looked for; null = anywhere in text or notes. */
export type TextField = 'title' | 'byline' | 'body' | 'note'

/** A word, searched by its forms. */
export interface WordNode extends QuerySpan {
  readonly kind: 'word'
  readonly text: string
  readonly field: TextField | null
}

/** Words next to each other, or with `distance` within so many words in any order. */
export interface PhraseNode extends QuerySpan {
  readonly kind: 'phrase'
  readonly text: string
  readonly distance: number | null
  readonly field: TextField | null
}

/** Words that begin so. */
export interface PrefixNode extends QuerySpan {
  readonly kind: 'prefix'
  readonly text: string
  readonly field: TextField | null
}

/** Words within so many edits; a transposition counts one. */
export interface FuzzyNode extends QuerySpan {
  readonly kind: 'fuzzy'
  readonly text: string
  readonly edits: number
  readonly field: TextField | null
}

/** States that `is:` knows. */
export const QUERY_STATES = ['unread', 'reading', 'read', 'starred', 'incomplete'] as const
/** What `has:` knows. */
export const QUERY_POSSESSIONS = ['note', 'highlight', 'tag', 'collection', 'date'] as const

/** A condition on an article's facts. Dates are half-open ISO days or instants. */
export type QueryFilter =
  | { readonly name: 'site' | 'publication' | 'tag' | 'in' | 'lang' | 'type'; readonly value: string }
  | { readonly name: 'is'; readonly value: (typeof QUERY_STATES)[number] }
  | { readonly name: 'has'; readonly value: (typeof QUERY_POSSESSIONS)[number] }
  | { readonly name: 'after' | 'before'; readonly day: string }
  | { readonly name: 'added'; readonly from: string; readonly until: string | null }

/** A filter at its place. */
export interface FilterNode extends QuerySpan {
  readonly kind: 'filter'
  readonly filter: QueryFilter
}

/** One of several. */
export interface OrNode extends QuerySpan {
  readonly kind: 'or'
  readonly children: readonly QueryNode[]
}

/** Items side by side; how many must hold is the match mode's business, but for signed ones. */
export interface GroupNode extends QuerySpan {
  readonly kind: 'group'
  readonly items: readonly QueryItem[]
}

/** An item with its sign. */
export interface QueryItem {
  readonly sign: 'must' | 'must-not' | 'plain'
  readonly node: QueryNode
}

/** A piece of a query that looks for text. */
export type TermNode = WordNode | PhraseNode | PrefixNode | FuzzyNode
/** Any piece of a query. */
export type QueryNode = TermNode | FilterNode | OrNode | GroupNode

/** A query as understood; parsing never fails. */
export interface ParsedQuery {
  readonly root: GroupNode
  readonly parts: readonly UnderstoodPart[]
}
