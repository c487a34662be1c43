import { foldText, type FoldedText } from './fold-text.ts'

/** A text that many quotes are looked for in: folded once, and only when a quote needs it. */
export interface PreparedText {
  readonly text: string
  readonly folded: () => FoldedText
}

/** Prepares a text for `anchorQuote` and `findPlaces`; a prepared text is given back as it is. */
export function prepareText(text: string | PreparedText): PreparedText {
  if (typeof text !== 'string') return text
  let folded: FoldedText | undefined
  return { text, folded: () => (folded ??= foldText(text)) }
}
