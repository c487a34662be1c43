import type { HighlightColor } from './annotation.ts'
import type { AnnotationUid, ArticleUid } from './identity.ts'
import type { ArticleRow } from './article.ts'

/** `all` wants every word (falling back to any when nothing has all, and saying so); `any` ranks whatever has some. */
export type MatchMode = 'all' | 'any'
/** Order of a list. */
export type ListSort = 'added' | 'published' | 'title'

/** Which end of an order comes first. */
export type SortDirection = 'down' | 'up'

/** Order of hits: by relevance, or as a list is ordered (dates the newest first, titles from A). */
export type SearchSort = 'relevance' | ListSort

/** One page of a full-text search. */
export interface SearchRequest {
  readonly query: string
  readonly match: MatchMode
  readonly limit: number
  readonly offset: number
  /** By relevance when left out. */
  readonly sort?: SearchSort
}

/** A search while its last word is being typed; the first page only. */
export interface TypingRequest {
  readonly query: string
  readonly limit: number
}

/** One page of a list; `query` may hold words and filters, empty for everything outside the Trash. */
export interface ListRequest {
  readonly query: string
  readonly sort: ListSort
  /** `down` = the newest, or Z, first; undated and untitled ones come last either way. */
  readonly direction: SortDirection
  readonly limit: number
  readonly offset: number
}

/** A sentence or so of the text around hits. Offsets are UTF-16 code units: `marks` in `text`, `start` in the article's text. */
export interface Passage {
  readonly text: string
  readonly marks: readonly (readonly [start: number, end: number])[]
  readonly start: number
}

/** A note that matched. */
export interface NoteHit {
  readonly uid: AnnotationUid
  /** Its highlight's pen and place in the current text (UTF-16 code units); null for a note on the article, and an orphan's place. */
  readonly color: HighlightColor | null
  readonly place: { readonly start: number; readonly end: number } | null
  /** Without the addresses of its links. */
  readonly note: string
  readonly marks: readonly (readonly [start: number, end: number])[]
}

/** One article found. */
export interface SearchHit {
  readonly uid: ArticleUid
  readonly sourceId: string | null
  readonly title: string | null
  /** What to show when there is no title, as in lists. */
  readonly label: string | null
  readonly publication: string | null
  readonly published: string | null
  /** The article as lists show it. */
  readonly row: ArticleRow
  /** Length of the current text, UTF-16 code units: a passage's share of it is `start / characters`. */
  readonly characters: number
  /** Higher is better; comparable within one answer only. */
  readonly score: number
  /** At most three, from different places; `article.hits` has the others. */
  readonly passages: readonly Passage[]
  /** How many passages the text has in all. */
  readonly passagesInAll: number
  /** Where hits begin in the text, in order; at most 40, picked evenly. */
  readonly places: readonly number[]
  readonly notes: readonly NoteHit[]
}

/** Every hit of a query in one article's current text. */
export interface ArticleHits {
  /** Half-open ranges, UTF-16 code units, in order, none overlapping; at most 1,000. */
  readonly marks: readonly (readonly [start: number, end: number])[]
  /** In the order of the text, at most 100. */
  readonly passages: readonly Passage[]
}

/** How one piece of the query was understood; offsets are UTF-16 code units in the query. */
export interface UnderstoodPart {
  readonly kind: 'word' | 'phrase' | 'prefix' | 'fuzzy' | 'filter' | 'or' | 'ignored'
  readonly text: string
  readonly start: number
  readonly end: number
  readonly sign: 'must' | 'must-not' | 'plain'
  readonly field: string | null
  /** Why the part was searched otherwise than it is written, or left out; null when it was not. */
  readonly problem: string | null
}

/** What the engine made of a query. */
export interface Understood {
  readonly match: MatchMode
  /** True when nothing had all the words, so those with some are shown. */
  readonly relaxed: boolean
  readonly parts: readonly UnderstoodPart[]
}

/** One page of hits; `total` is exact. */
export interface SearchAnswer {
  readonly query: string
  readonly total: number
  readonly milliseconds: number
  readonly understood: Understood
  readonly hits: readonly SearchHit[]
}

/** One page of a list; `total` is exact. */
export interface ListAnswer {
  readonly total: number
  readonly rows: readonly ArticleRow[]
}
