import type { AnchorStatus, AnchorStrategy, HighlightColor, TextQuote } from '../../../shared/model/annotation.ts'
import type { ChosenElement } from '../../../shared/model/chosen-element.ts'
import type { ArticleUid, Instant, RenditionId, Uid } from '../../../shared/model/identity.ts'
import type { NearDuplicateDecision } from '../../../shared/model/near-duplicate.ts'
import type { ReadingState } from '../../../shared/model/article.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** What a person sets on an article; `trashed` out of lists and search until restored. */
export interface ArticleMarks {
  readonly state: ReadingState
  readonly starred: boolean
  readonly trashed: Instant | null
}

/** A fact corrected by hand. Names are those of `ArticleFacts`; lists are JSON. */
export interface FieldOverride {
  readonly uid: Uid
  readonly value: string | null
  readonly created: Instant
  readonly changed: Instant
}

/** A place as stored: rendition by row number. */
export interface AnchorSnapshot {
  readonly rendition: RenditionId
  readonly start: number | null
  readonly end: number | null
  readonly strategy: AnchorStrategy
  readonly score: number
  readonly status: AnchorStatus
}

/** A highlight or note whole, so that undo can bring it back exactly. Quote and rendition null = a note on the article. */
export interface AnnotationSnapshot {
  readonly article: ArticleUid
  readonly rendition: RenditionId | null
  readonly quote: TextQuote | null
  readonly color: HighlightColor | null
  readonly note: string | null
  readonly created: Instant
  readonly changed: Instant
  readonly anchors: readonly AnchorSnapshot[]
}

/** A tag. */
export interface TagSnapshot {
  readonly name: string
  readonly created: Instant
  readonly changed: Instant
}

/** A collection; `position` orders siblings. */
export interface CollectionSnapshot {
  readonly parent: Uid | null
  readonly name: string
  readonly position: number
  readonly created: Instant
  readonly changed: Instant
}

/** That something bears a tag or lies in a collection. */
export interface MembershipSnapshot {
  readonly uid: Uid
  readonly created: Instant
  readonly changed: Instant
}

/** A query kept under a name. */
export interface SavedSearchSnapshot {
  readonly name: string
  readonly query: string
  readonly position: number
  readonly created: Instant
  readonly changed: Instant
}

/** Which of an article's versions is shown, by its number. */
export interface CurrentVersion {
  readonly version: number
}

/**
 * How a person says a version is read: what is the article in its page, and in which encoding (null: it is looked for); and the
 * rendition that shows it.
 */
export interface ReadingChoice {
  readonly element: ChosenElement | null
  readonly encoding: string | null
  readonly rendition: RenditionId
}

/** What a pen is called. */
export interface PenNameSnapshot {
  readonly name: string
}

/** What became of two articles that say nearly the same. */
export interface NearDuplicateStatus {
  readonly status: 'proposed' | NearDuplicateDecision
}

/**
 * Everything a person can change, as whole values by kind. Subjects: a uid; of an override `ARTICLE/field`; of a
 * membership `ARTICLE/TAG`, `ANNOTATION/TAG`, `ARTICLE/COLLECTION`; of a chosen element `ARTICLE/VERSION`; of a pen's name
 * its colour; of near duplicates `ARTICLE/ARTICLE`.
 */
export interface EntityValues {
  readonly article: ArticleMarks
  readonly override: FieldOverride
  readonly annotation: AnnotationSnapshot
  readonly tag: TagSnapshot
  readonly collection: CollectionSnapshot
  readonly 'article-tag': MembershipSnapshot
  readonly 'annotation-tag': MembershipSnapshot
  readonly 'article-collection': MembershipSnapshot
  readonly 'saved-search': SavedSearchSnapshot
  readonly 'current-version': CurrentVersion
  readonly 'chosen-element': ReadingChoice
  readonly 'pen-name': PenNameSnapshot
  readonly 'near-duplicate': NearDuplicateStatus
}

/** Kinds that say that something belongs to a group. */
export type MembershipKind = 'article-tag' | 'annotation-tag' | 'article-collection'

/** A kind of thing a person can change. */
export type EntityKind = keyof EntityValues

/** What a write found in a place and left there; both the same when the value stood there already. */
export interface Written<Value> {
  readonly changed: boolean
  readonly before: Value | null
  readonly after: Value | null
}

/**
 * Reads and writes whole values, so that every edit and every undo is the same act: put this value there. Writing null
 * deletes (leaving a tombstone for kinds that have a uid); writing a value where a tombstone stands removes it.
 */
export interface Entities {
  readonly read: <Kind extends EntityKind>(kind: Kind, subject: string) => EntityValues[Kind] | null
  readonly write: <Kind extends EntityKind>(
    unit: UnitOfWork,
    kind: Kind,
    subject: string,
    value: EntityValues[Kind] | null,
  ) => Written<EntityValues[Kind]>
}
