import type { JsonObject } from '../../../shared/json.ts'
import type {
  ArticleId,
  ArticleUid,
  Instant,
  RenditionId,
  Sha256,
  Uid,
  VersionId,
} from '../../../shared/model/identity.ts'
import type { ItemNote } from '../../../shared/model/item-note.ts'
import type { ReadingState } from '../../../shared/model/article.ts'
import type { RenditionContent } from '../../../shared/model/rendition.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** An article's two names. */
export interface ArticleRef {
  readonly id: ArticleId
  readonly uid: ArticleUid
}

/** An article found by its title. */
export interface TitledArticle extends ArticleRef {
  readonly byline: string | null
}

/** Where an article came from. */
export interface ArticleSource {
  readonly service: string | null
  readonly sourceId: string | null
  readonly url: string | null
  readonly canonicalUrl: string | null
}

/** A new article before its first version. */
export interface NewArticle {
  readonly uid: ArticleUid
  readonly added: Instant
  readonly state: ReadingState
  readonly starred: boolean
}

/** A new version of an article; `original` null when the source held no bytes of its own. */
export interface NewVersion {
  readonly captured: Instant
  readonly original: Sha256 | null
  readonly mediaType: string | null
  /** What the reader needs to make the same again: file name, declared encoding, base URL, facts the source stated. */
  readonly parameters: JsonObject
  readonly notes: readonly ItemNote[]
  /** Of a version that another archive has: its uid, and its number where that is free here. */
  readonly restored?: { readonly uid: Uid; readonly number: number }
}

/**
 * A rendition ready to be stored: content, and its compressed forms made away from the core's thread
 * (zstd with checksum of the UTF-8 bytes).
 */
export interface PreparedRendition {
  readonly extractor: string
  readonly extractorVersion: string
  readonly content: RenditionContent
  readonly htmlZstd: Uint8Array
  readonly textZstd: Uint8Array
  readonly textSha256: Sha256
  /** MinHash of word 4-shingles (see near-duplicates), null for a text too short to compare. */
  readonly fingerprint: Uint8Array | null
}

/** A version as a rebuild reads it. */
export interface StoredVersion {
  readonly id: VersionId
  readonly uid: Uid
  readonly article: ArticleRef
  readonly number: number
  readonly original: Sha256 | null
  readonly mediaType: string | null
  readonly parameters: JsonObject
  readonly currentRendition: RenditionId | null
}

/** A rendition's text and what it is needed for. */
export interface StoredText {
  readonly rendition: RenditionId
  readonly text: string
  readonly parts: RenditionContent['parts']
}

/** Articles, their sources, versions and renditions: rows only, no rules. */
export interface ArticleRecords {
  readonly findBySource: (service: string, sourceId: string) => ArticleRef | undefined
  readonly findByCanonicalUrl: (url: string) => ArticleRef | undefined
  /** Among articles that have neither a URL nor a source id, the one whose current text has this hash. */
  readonly findByTextOnly: (text: Sha256) => ArticleRef | undefined
  /** Articles outside the Trash that bear this title, as lists sort it (case and accents folded), with their bylines. */
  readonly findByTitle: (title: string) => readonly TitledArticle[]
  readonly find: (uid: ArticleUid) => ArticleRef | undefined
  readonly createArticle: (unit: UnitOfWork, article: NewArticle) => ArticleRef
  /** Adds a source; one the article has already is left alone. */
  readonly addSource: (unit: UnitOfWork, article: ArticleId, source: ArticleSource) => void
  readonly createVersion: (unit: UnitOfWork, article: ArticleId, version: NewVersion) => VersionId
  /** `restored`: number (where that is free here) and birth of a rendition that another archive has. */
  readonly createRendition: (
    unit: UnitOfWork,
    version: VersionId,
    rendition: PreparedRendition,
    restored?: { readonly number: number; readonly created: Instant },
  ) => RenditionId
  /** Ties a rendition's picture or file to its blob, by the URL the page used. */
  readonly addResource: (
    unit: UnitOfWork,
    rendition: RenditionId,
    resource: { readonly url: string; readonly blob: Sha256 },
  ) => void
  /** Pictures and files of a rendition. */
  readonly resourcesOf: (rendition: RenditionId) => readonly { readonly url: string; readonly blob: Sha256 }[]
  /** Removes a rendition on which nothing was made; anchors on it go with it. */
  readonly deleteRendition: (unit: UnitOfWork, rendition: RenditionId) => void
  /** Whether an annotation was made on a rendition or a reading position lies in it: such a one is never deleted. */
  readonly isKept: (rendition: RenditionId) => boolean
  readonly setCurrentVersion: (unit: UnitOfWork, article: ArticleId, version: VersionId) => void
  readonly setCurrentRendition: (unit: UnitOfWork, version: VersionId, rendition: RenditionId) => void
  /** Text hashes of the current renditions of all of an article's versions, newest version first. */
  readonly textHashes: (article: ArticleId) => readonly { readonly version: VersionId; readonly text: Sha256 }[]
  /** The current renditions of all of an article's versions, newest version first. */
  readonly currentRenditions: (article: ArticleId) => readonly RenditionId[]
  /** The current rendition's text of the current version; undefined for a link only. */
  readonly currentText: (article: ArticleId) => StoredText | undefined
  /** The text of a rendition by its numbers, as people see them; undefined when the article has no such one. */
  readonly numberedText: (article: ArticleId, version: number, rendition: number) => StoredText | undefined
  /** Any rendition's text; undefined when there is no such row. */
  readonly text: (rendition: RenditionId) => StoredText | undefined
  /** A version by its number; null = the current one. undefined when the article has no such one. */
  readonly version: (article: ArticleId, number: number | null) => StoredVersion | undefined
  /** All of an article's versions, the oldest first. */
  readonly versionsOf: (article: ArticleId) => readonly StoredVersion[]
  /** How many versions there are, for a rebuild's progress. */
  readonly versionCount: () => number
  /** Versions in order of their row, in pages, for a rebuild: those after `after`, at most `limit`. */
  readonly versionsAfter: (after: VersionId, limit: number) => readonly StoredVersion[]
  /** Extractor, its version and text hash of a rendition. */
  readonly renditionOrigin: (
    rendition: RenditionId,
  ) => { readonly extractor: string; readonly extractorVersion: string; readonly text: Sha256 } | undefined
}

/** Texts of the current renditions, for passages; articles without text are absent. */
export type ReadTexts = (articles: readonly ArticleId[]) => ReadonlyMap<ArticleId, StoredText>
