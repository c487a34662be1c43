import type { GestureUid } from './identity.ts'

/**
 * The element of a page that a person says is the article. The selector leads there; `begins` and `ends` are the first and
 * last 40 letters and digits of its text (lower case, nothing between them) and say whether it still does: a parser that
 * builds another tree may put another element at the end of the same path.
 */
export interface ChosenElement {
  readonly selector: string
  readonly begins: string
  readonly ends: string
}

/** A version read anew by a chosen element: its words now, and what became of the article's highlights. */
export interface ElementChosen {
  readonly gesture: GestureUid
  readonly version: number
  readonly words: number
  readonly placed: number
  readonly orphans: number
}
