import type { ArticleRow } from './article.ts'
import type { ArticleUid } from './identity.ts'

/** What a person decided about two articles that say nearly the same. */
export const NEAR_DUPLICATE_DECISIONS = ['grouped', 'rejected'] as const
/** `grouped`: they are one text twice, and each names the other; `rejected`: they are two, and are not proposed again. */
export type NearDuplicateDecision = (typeof NEAR_DUPLICATE_DECISIONS)[number]

/** Two articles that say nearly the same and wait for a decision; `article` came in first. */
export interface ProposedPair {
  readonly article: ArticleRow
  readonly other: ArticleRow
  /** Estimated Jaccard similarity of the word 4-shingles, 0.85 to 1. */
  readonly similarity: number
}

/** The first of the pairs that wait, most similar first, and how many there are. */
export interface ProposedPairs {
  readonly pairs: readonly ProposedPair[]
  readonly total: number
}

/** An article that a person said is the same text. */
export interface GroupedArticle {
  readonly uid: ArticleUid
  readonly title: string | null
}
