import type { ArticleId, ArticleUid, RenditionId } from '../../../shared/model/identity.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** An article's fingerprint: 64 MinHash values (uint32, little-endian: 256 bytes); null for a text too short to compare. */
export interface ArticleFingerprint {
  readonly article: ArticleId
  readonly rendition: RenditionId
  readonly fingerprint: Uint8Array | null
}

/** Two articles that say nearly the same, for a person to decide on; `article` is the older row. */
export interface NearDuplicatePair {
  readonly article: ArticleUid
  readonly other: ArticleUid
  /** Estimated Jaccard similarity of the word 4-shingles, 0.85 to 1. */
  readonly similarity: number
}

/** Finds articles that say nearly the same. It proposes; nothing is ever merged by itself. */
export interface NearDuplicates {
  /**
   * Keeps an article's fingerprint, replacing an older one; null takes it out. Proposals of an older text go, decisions
   * of a person stay. New articles are compared by `propose`, later.
   */
  readonly put: (unit: UnitOfWork, entry: ArticleFingerprint) => void
  /**
   * Compares at most `limit` articles that were put and never compared, and proposes pairs; answers how many it
   * compared, 0 when none waits. Call it after an import with a few thousand at a time: comparing many at once costs a
   * fraction of comparing each as it comes.
   */
  readonly propose: (unit: UnitOfWork, limit: number) => number
  /** Pairs that wait for a decision, most similar first; articles in the Trash are left out. */
  readonly proposed: (limit: number) => readonly NearDuplicatePair[]
}
