import type { MembershipKind } from './entities.ts'
import type { ArticleId, Uid } from '../../../shared/model/identity.ts'

/** Look-ups that organising needs. */
export interface Organising {
  /** The tag of that name, compared by folded name (case and Unicode form do not matter). */
  readonly findTag: (name: string) => Uid | undefined
  /** The collection of that name under a parent. */
  readonly findCollection: (parent: Uid | null, name: string) => Uid | undefined
  /** The position after the last sibling. */
  readonly nextCollectionPosition: (parent: Uid | null) => number
  /** Whether anything outside the Trash lies in a collection or bears a tag, or a collection holds others. */
  readonly isInUse: (group: Uid) => boolean
  /** A collection's children in their order; null = those at the root. */
  readonly childCollections: (parent: Uid | null) => readonly Uid[]
  /** Saved searches in their order. */
  readonly savedSearches: () => readonly Uid[]
  /** Subjects of the memberships in a tag or collection, in the order of members' rows. */
  readonly membersOf: (kind: MembershipKind, group: Uid) => readonly string[]
  /** Row number of an annotation, for the notes index. */
  readonly annotationRow: (annotation: Uid) => number | undefined
  readonly articleIdOf: (article: Uid) => ArticleId | undefined
}
