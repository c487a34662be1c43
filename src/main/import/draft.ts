import type { JsonObject } from '../../shared/json.ts'
import type { Instant } from '../../shared/model/identity.ts'
import type { ItemNote } from '../../shared/model/item-note.ts'
import type { ArticleFacts } from '../../shared/model/rendition.ts'
import type { ItemKey } from '../archive/ports/import-ledger.ts'
import type { ChosenElement } from '../../shared/model/chosen-element.ts'
import type { DraftMarks, TitleAndAuthor } from '../archive/prepared-article.ts'

/**
 * What the text of an item is written in. `html` is a page in which the article has to be found; `article` is HTML that
 * is all article (a note, a chapter, what a service had found before): nothing is looked for and nothing left out.
 * `epub` and `pdf` are documents that are unfolded first, in the pool (`unfold-document.ts`). `none` = the source holds no
 * text (a link).
 */
export type DraftContent =
  | {
      readonly kind: 'html' | 'article' | 'markdown' | 'text'
      readonly bytes: Uint8Array
      readonly declaredEncoding: string | null
    }
  | { readonly kind: 'epub'; readonly bytes: Uint8Array; readonly declaredEncoding: null }
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array; readonly declaredEncoding: null }
  | { readonly kind: 'none' }

/** An item's own bytes, kept as the original: the file, the ZIP's entry, the row as JSON. Never the container. */
export interface DraftOriginal {
  readonly bytes: Uint8Array
  readonly mediaType: string
}

/**
 * A picture, font or style sheet that lies beside a page, under the address by which the page shows it; what a style sheet
 * shows, under its path from the page on.
 */
export interface DraftFile {
  readonly address: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/**
 * What a format reader yields: one item as its source states it, nothing interpreted. Plain data: it is sent to a pool
 * thread. Readers know their format and nothing else; they never touch storage or the network.
 */
export interface Draft {
  readonly key: ItemKey
  /** For the report: path of the file, or path and key inside it joined by `#`. */
  readonly source: string
  /** Name of the format that read it; `restoreContent` of that format makes the content again from the original. */
  readonly format: string
  readonly content: DraftContent
  /** null for an item without bytes of its own. Often the same bytes as the content. */
  readonly original: DraftOriginal | null
  readonly fileName: string | null
  /** Pictures, fonts and style sheets that came with it in files of their own. */
  readonly files: readonly DraftFile[]
  readonly service: string | null
  readonly sourceId: string | null
  readonly url: string | null
  /** Facts that the source states beside the text (front matter, JSON fields, export columns); absent = not stated. */
  readonly facts: Partial<ArticleFacts>
  readonly marks: DraftMarks
  /**
   * The title and author of an article that this only says something about (highlights of services that export no
   * address): it joins the one that bears that title, when there is one.
   */
  readonly joins: TitleAndAuthor | null
  /** When the page was saved, by the source's own word; null = the import is the capture. */
  readonly captured: Instant | null
  readonly notes: readonly ItemNote[]
  /** The element of the page that a person says is the article; only the selector while it was never found. */
  readonly element?: Pick<ChosenElement, 'selector'> & Partial<ChosenElement>
  /** The encoding that a person says the text is in. */
  readonly encoding?: string
  /** Whether the parts of the page are wanted too, for a person to choose from. */
  readonly isOutlined?: boolean
  /** The pages of its article behind this one, in order, for a text of them all (`joined-pages.ts`). */
  readonly pages?: readonly Draft[]
}

/** Facts and origin that a rebuild needs besides the original bytes; stored as `version.parameters`. */
export interface DraftParameters extends JsonObject {
  readonly format: string
  readonly contentKind: DraftContent['kind']
  readonly declaredEncoding: string | null
  readonly fileName: string | null
  readonly url: string | null
  readonly facts: JsonObject
  /** `ChosenElement`, for a version of which a person chose one. */
  readonly element?: JsonObject
  /** `PagePlace` without addresses, for a page that is one of several of its article. */
  readonly page?: JsonObject
}
