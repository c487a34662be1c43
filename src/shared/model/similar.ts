import type { ArticleRow } from './article.ts'
import type { ArticleUid } from './identity.ts'

/** Which article others should be like. */
export interface SimilarRequest {
  readonly uid: ArticleUid
  readonly limit: number
}

/** An article like another. */
export interface SimilarHit {
  readonly row: ArticleRow
  /** Higher is more alike; comparable within one answer only. */
  readonly score: number
}

/** Articles like one, most alike first, never the article itself. */
export interface SimilarAnswer {
  /** The words that tell the article from others, strongest first, as they stand in its text; at most 20. */
  readonly words: readonly string[]
  readonly hits: readonly SimilarHit[]
}
