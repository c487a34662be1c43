import type { ArticleUid } from '../../../../shared/model/identity.ts'
import type { ItemNote } from '../../../../shared/model/item-note.ts'
import type { ArticleFacts } from '../../../../shared/model/rendition.ts'
import type { DraftMarks } from '../../../archive/prepared-article.ts'

/** What the program's own Markdown export says of an article. */
export interface ExportedArticle {
  readonly uid: ArticleUid
  /** The file is as it was written, by its checksum. */
  readonly isUnedited: boolean
  readonly facts: Partial<ArticleFacts>
  readonly url: string | null
  readonly marks: DraftMarks
  /** Markdown of the text, without headline, standfirst, byline and annotations. */
  readonly body: string
  /** Fields that somebody added. */
  readonly notes: readonly ItemNote[]
}
