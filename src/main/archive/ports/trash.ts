import type { ArticleUid } from '../../../shared/model/identity.ts'
import type { TrashAnswer } from '../../../shared/model/trash.ts'

/** What lies in the Trash. */
export interface Trash {
  readonly list: (limit: number, offset: number) => TrashAnswer
  /** All of it, the longest there first. */
  readonly articles: () => readonly ArticleUid[]
}
