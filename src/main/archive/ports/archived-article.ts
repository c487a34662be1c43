import type { JsonObject } from '../../../shared/json.ts'
import type { HighlightColor, TextQuote } from '../../../shared/model/annotation.ts'
import type { AnnotationUid, ArticleUid, Instant, Sha256, Uid } from '../../../shared/model/identity.ts'
import type { ItemNote } from '../../../shared/model/item-note.ts'
import type { OverrideField } from '../../../shared/model/override.ts'
import type { ArticleSource, PreparedRendition } from './article-records.ts'
import type { BlobChunk } from './blobs.ts'
import type {
  AnchorSnapshot,
  ArticleMarks,
  CollectionSnapshot,
  FieldOverride,
  MembershipSnapshot,
  SavedSearchSnapshot,
  TagSnapshot,
} from './entities.ts'
import type { PreparedArticle } from '../prepared-article.ts'

/** Row number of a rendition in the other archive: it names one there and nothing here. */
export type OtherRendition = number

/** A value with its uid, the same in every copy of an archive. */
export interface Named<Value> {
  readonly uid: Uid
  readonly value: Value
}

/** Membership in a tag or collection of the other archive, by that one's uid. */
export interface ArchivedMembership {
  readonly group: Uid
  readonly value: MembershipSnapshot
}

/** What another archive orders its articles by. */
export interface Shelves {
  /** Uid of the other archive. */
  readonly archive: Uid
  readonly tags: readonly Named<TagSnapshot>[]
  /** Parents before their children, siblings in their order. */
  readonly collections: readonly Named<CollectionSnapshot>[]
  readonly savedSearches: readonly Named<SavedSearchSnapshot>[]
  readonly pens: readonly { readonly color: HighlightColor; readonly name: string }[]
}

/** A rendition with what a copy of it keeps besides. */
export interface ArchivedRendition extends PreparedRendition {
  readonly number: number
  readonly created: Instant
  readonly resources: readonly { readonly url: string; readonly blob: Sha256 }[]
}

/** What tells a rendition from others without its text being read. */
export interface RenditionMark {
  readonly id: OtherRendition
  readonly extractor: string
  readonly extractorVersion: string
  readonly text: Sha256
}

/** A version of an article of another archive. */
export interface ArchivedVersion {
  readonly uid: Uid
  readonly number: number
  readonly captured: Instant
  readonly original: Sha256 | null
  readonly mediaType: string | null
  readonly parameters: JsonObject
  readonly notes: readonly ItemNote[]
  readonly renditions: readonly RenditionMark[]
  readonly current: OtherRendition | null
}

/** A highlight or note of another archive. */
export interface ArchivedAnnotation {
  readonly uid: AnnotationUid
  readonly rendition: OtherRendition | null
  readonly quote: TextQuote | null
  readonly color: HighlightColor | null
  readonly note: string | null
  readonly created: Instant
  readonly changed: Instant
  readonly anchors: readonly (Omit<AnchorSnapshot, 'rendition'> & { readonly rendition: OtherRendition })[]
  readonly tags: readonly ArchivedMembership[]
}

/** A place where a reader stopped, in a rendition of the other archive. */
export interface ArchivedPlace {
  readonly rendition: OtherRendition
  readonly offset: number
  readonly quote: string
}

/** Bytes of another archive, chunk by chunk as they are stored there. */
export interface ArchivedBlob {
  readonly mediaType: string
  readonly size: number
  /** Throws a `Failure` at the end when the bytes are not what their name says. */
  readonly chunks: () => Iterable<BlobChunk>
}

/**
 * An article of another archive as it stands there. Light: texts and bytes are read when they are asked for, as long as
 * that archive is open; what cannot be read throws a `Failure` `import/archive-damaged`.
 */
export interface ArchivedArticle {
  readonly kind: 'archived'
  /** Uid of the other archive, whose `Shelves` its memberships name. */
  readonly archive: Uid
  readonly uid: ArticleUid
  readonly title: string | null
  readonly added: Instant
  readonly changed: Instant
  readonly marks: ArticleMarks
  readonly sources: readonly ArticleSource[]
  /** In the order of their numbers. */
  readonly versions: readonly ArchivedVersion[]
  /** Uid of the version that is shown, one of these. */
  readonly current: Uid
  readonly overrides: readonly { readonly field: OverrideField; readonly value: FieldOverride }[]
  readonly annotations: readonly ArchivedAnnotation[]
  readonly tags: readonly ArchivedMembership[]
  readonly collections: readonly ArchivedMembership[]
  /** MinHash of one of its texts; null when there is none. */
  readonly fingerprint: { readonly rendition: OtherRendition; readonly bytes: Uint8Array } | null
  readonly stopped: ArchivedPlace | null
  readonly furthest: ArchivedPlace | null
  /** Tags and collections that this import gives to everything. */
  readonly wishes: { readonly tags: readonly string[]; readonly collections: readonly (readonly string[])[] }
  readonly rendition: (rendition: OtherRendition) => ArchivedRendition
  readonly blob: (sha256: Sha256) => ArchivedBlob
}

/** Whether an item comes from another archive and not from a file. */
export function isArchived(item: PreparedArticle | ArchivedArticle): item is ArchivedArticle {
  return 'kind' in item
}
