import type { ArticleId, Uid } from '../../../shared/model/identity.ts'

/** Look-ups that organising needs. */
export interface Organising {
  /** The tag of that name, compared by folded name (case and Unicode form do not matter). */
  findTag: (name: string) => Uid | undefined
  /** The collection of that name under a parent. */
  findCollection: (parent: Uid | null, name: string) => Uid | undefined
  /** The position after the last sibling. */
  nextCollectionPosition: (parent: Uid | null) => number
  /** Row number of an annotation, for the notes index. */
  annotationRow: (annotation: Uid) => number | undefined
  articleIdOf: (article: Uid) => ArticleId | undefined
}
