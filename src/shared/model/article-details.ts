import type { Instant, Sha256 } from './identity.ts'
import type { ItemNote } from './item-note.ts'
import type { GroupedArticle } from './near-duplicate.ts'
import type { OverrideField } from './override.ts'

/** Where an article came from. */
export interface ArticleOrigin {
  readonly service: string | null
  readonly sourceId: string | null
  readonly url: string | null
  readonly canonicalUrl: string | null
}

/** One capture or import as evidence: what came in, when, and what was remarked. Sizes in bytes. */
export interface VersionDetails {
  readonly number: number
  readonly captured: Instant
  readonly current: boolean
  /** Numbers of the pages of its article that it holds, when these came in one by one; empty when it came whole. */
  readonly pages: readonly number[]
  readonly original: { readonly sha256: Sha256; readonly mediaType: string; readonly bytes: number } | null
  /** Path or name the item had when it was brought in; null when nothing says. */
  readonly item: string | null
  readonly notes: readonly ItemNote[]
  readonly renditions: readonly {
    readonly number: number
    readonly extractor: string
    readonly extractorVersion: string
    readonly created: Instant
    readonly textSha256: Sha256
    readonly characters: number
    readonly current: boolean
  }[]
}

/** A fact as the source states it, and as a person corrected it. */
export interface FactDetails {
  readonly field: OverrideField
  readonly stated: string | null
  /** Null = not corrected; a correction to "unknown" has `value` null. */
  readonly corrected: { readonly value: string | null; readonly changed: Instant } | null
}

/** The facts of record of an article. */
export interface ArticleDetails {
  /** The article's number in this archive: the order of coming in. */
  readonly accession: number
  readonly added: Instant
  readonly changed: Instant
  readonly origins: readonly ArticleOrigin[]
  /** Newest first. */
  readonly versions: readonly VersionDetails[]
  readonly facts: readonly FactDetails[]
  /** Articles that a person said are the same text. */
  readonly grouped: readonly GroupedArticle[]
}
