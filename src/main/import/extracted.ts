import type { ChosenElement } from '../../shared/model/chosen-element.ts'
import type { ItemNote } from '../../shared/model/item-note.ts'
import type { PagePlace } from '../../shared/model/page-place.ts'
import type { ArticleFacts, Aside, Caption } from '../../shared/model/rendition.ts'
import type { Markup } from './markup.ts'

/**
 * What an extractor made of one item. `content` is what goes inside the one `<article>`: `<header>`, body blocks,
 * `<aside>` and `<footer>` in reading order. All facts are the extractor's own findings; what the source stated beside
 * the text wins over them later.
 */
export interface Extracted {
  readonly extractor: string
  readonly extractorVersion: string
  readonly facts: ArticleFacts
  readonly content: readonly Markup[]
  readonly captions: readonly Caption[]
  readonly asides: readonly Aside[]
  /** URL of the lead picture as the page states it, or null. */
  readonly leadImageUrl: string | null
  readonly notes: readonly ItemNote[]
  /** The element that a person chose, where it was found; absent when none was chosen or it is gone. */
  readonly element?: ChosenElement
  /** Its place among the pages of its article; absent where it is not one of several. */
  readonly page?: PagePlace
}
