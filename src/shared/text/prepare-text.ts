import { foldText, type FoldedText } from './fold-text.ts'
import { indexWords, type WordIndex } from './word-index.ts'

/** A text that many quotes are looked for in: folded once and its words indexed once, and only when a quote needs it. */
export interface PreparedText {
  readonly text: string
  readonly folded: () => FoldedText
  /** Words of the folded text; offsets are the folded text's. */
  readonly words: () => WordIndex
}

/** Prepares a text for `anchorQuote` and `findPlaces`; a prepared text is given back as it is. */
export function prepareText(text: string | PreparedText): PreparedText {
  if (typeof text !== 'string') return text
  let folded: FoldedText | undefined
  let words: WordIndex | undefined
  const fold = (): FoldedText => (folded ??= foldText(text))
  return { text, folded: fold, words: () => (words ??= indexWords(fold().text)) }
}
