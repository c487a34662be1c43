import type { ReaderHtml } from '../../../shared/model/identity.ts'
import type { TextPart } from '../../../shared/model/rendition.ts'

/** Reader HTML, its `textContent`, and the stretches of it that are not body. */
export interface WrittenArticle {
  readonly html: ReaderHtml
  readonly text: string
  readonly parts: readonly TextPart[]
}
