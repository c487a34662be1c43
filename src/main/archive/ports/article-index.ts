import type { ArticleId, ArticleUid, RenditionId } from '../../../shared/model/identity.ts'
import type { ListPeriod } from '../../../shared/model/list-period.ts'
import type { SavedSearch } from '../../../shared/model/saved-search.ts'
import type {
  ArticleHits,
  ListAnswer,
  ListRequest,
  SearchAnswer,
  SearchRequest,
  TypingRequest,
} from '../../../shared/model/search.ts'
import type { FacetsAnswer, FacetsRequest } from '../../../shared/model/search-facets.ts'
import type { Suggestion } from '../../../shared/model/search-suggestion.ts'
import type { SimilarAnswer } from '../../../shared/model/similar.ts'
import type { AnalysedArticle } from './analyse.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** The writing side of the full-text index; every call is part of the transaction of the article it belongs to. */
export interface ArticleIndex {
  /** Puts an article's entry in, replacing an older one. */
  readonly put: (unit: UnitOfWork, article: ArticleId, rendition: RenditionId, analysed: AnalysedArticle) => void
  /** Whether an article has an entry, which is then of its present text. */
  readonly has: (article: ArticleId) => boolean
  /** Articles behind a row number whose entries are of an older analysis, in order of their rows, at most so many. */
  readonly outdated: (after: ArticleId, limit: number) => readonly ArticleId[]
  /** Takes an article's entry out; none there is no error. */
  readonly remove: (unit: UnitOfWork, article: ArticleId) => void
  /** Puts a note's entry in (row number of the annotation), replacing an older one; language of its article. */
  readonly putNote: (unit: UnitOfWork, annotation: number, note: string, language: string | null) => void
  /** Takes a note's entry out; none there is no error. */
  readonly removeNote: (unit: UnitOfWork, annotation: number) => void
  /** Empties the whole index, for `rebuild --index`. */
  readonly clear: (unit: UnitOfWork) => void
  /** Merges the index's segments after a large import; may take seconds. */
  readonly optimise: (unit: UnitOfWork) => void
  /**
   * Begins to rid the index of every trace of the entries that were taken out, and of the words that only they held.
   * Each call of the answer does a part, a few tenths of a second, and says whether more is to do.
   */
  readonly startErasing: () => (unit: UnitOfWork) => boolean
}

/** One index row or table that does not agree with the archive. */
export interface IndexDamage {
  /** Row number of the article, or null when the whole index is concerned. */
  readonly article: ArticleId | null
  readonly reason: string
}

/** A list whole, whatever page of it is looked at. */
export type ListedQuery = Pick<ListRequest, 'query' | 'sort' | 'direction'>

/** The reading side; on a connection of its own. */
export interface ArticleSearch {
  /** A query never fails: what cannot be parsed is searched as words. */
  readonly search: (request: SearchRequest) => SearchAnswer
  /** Articles in an order, narrowed by a query. */
  readonly list: (request: ListRequest) => ListAnswer
  /** Where the periods of a list begin; empty for an order without them. */
  readonly periods: (list: ListedQuery) => readonly ListPeriod[]
  /** Index of an article in a list, null when it is not in it. */
  readonly find: (list: ListedQuery, uid: ArticleUid) => number | null
  /** Every hit of a query in one article's current text; none when there is no such article. */
  readonly hits: (uid: ArticleUid, query: string) => ArticleHits
  /** Every article that a query finds outside the Trash, the newest first. */
  readonly choose: (query: string) => readonly ArticleUid[]
  /** Counts of everything a query finds. */
  readonly facets: (request: FacetsRequest) => FacetsAnswer
  /** The nearest spelling of a query. */
  readonly suggest: (query: string) => Suggestion
  /** A search whose last word may not be finished. */
  readonly typing: (request: TypingRequest) => SearchAnswer
  /** Articles like one; undefined when there is no such article. */
  readonly similar: (uid: ArticleUid, limit: number) => SimilarAnswer | undefined
  /** Saved searches in their order, with what each finds now. */
  readonly savedSearches: () => readonly SavedSearch[]
}
