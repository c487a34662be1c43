import type { HighlightColor } from '../../../shared/model/annotation.ts'
import type { ArticleId, ArticleUid, Instant } from '../../../shared/model/identity.ts'

/** An annotation as the list of notes narrows and orders it. */
export interface ListedNote {
  readonly id: number
  readonly article: ArticleId
  readonly articleUid: ArticleUid
  readonly color: HighlightColor | null
  readonly quote: string | null
  readonly note: string | null
  /** Title of its article. */
  readonly title: string | null
  readonly created: Instant
  /** In the current text; null for orphans and notes on the article. */
  readonly start: number | null
}
