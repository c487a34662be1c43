import type { TextQuote } from '../model/annotation.ts'
import { foldText } from './fold-text.ts'

/**
 * A quote as it reads in a folded text. White space at the passage's edges moves into prefix and suffix: a selection
 * that took the newline after a paragraph still means the paragraph. NFC first, as stored texts are.
 */
export function foldQuote(quote: TextQuote): TextQuote {
  const exact = quote.exact.trim()
  const leading = quote.exact.slice(0, quote.exact.length - quote.exact.trimStart().length)
  const trailing = quote.exact.slice(quote.exact.trimEnd().length)
  return { exact: fold(exact).trim(), prefix: fold(quote.prefix + leading), suffix: fold(trailing + quote.suffix) }
}

function fold(text: string): string {
  return foldText(text.normalize('NFC')).text
}
