import type { TextQuote } from '../model/annotation.ts'
import { anchorByFoldedQuote } from './anchor-by-folded-quote.ts'
import { anchorByComparison } from './anchor-by-comparison.ts'
import { anchorByLetters } from './anchor-by-letters.ts'
import { anchorByPosition } from './anchor-by-position.ts'
import { anchorByQuote } from './anchor-by-quote.ts'
import { anchorByWords } from './anchor-by-words.ts'
import type { AnchorMatch, AnchorStep } from './anchor-request.ts'
import type { PlaceHint } from './place-hint.ts'
import { prepareText, type PreparedText } from './prepare-text.ts'
import { quoteOrigin } from './quote-origin.ts'

/**
 * The ladder: the first confident answer wins, no answer is an orphan. Cheapest and surest first; approximate matching
 * takes the place after the folded quote.
 */
const LADDER: readonly AnchorStep[] = [
  anchorByPosition,
  anchorByQuote,
  anchorByFoldedQuote,
  anchorByComparison,
  anchorByWords,
  anchorByLetters,
]

/**
 * Finds the passage that a quote means in a text, or null: then it is an orphan, for a wrong place is worse than none.
 * `text` may be prepared (`prepareText`) when many quotes are looked for; `hint` is where the quote stood in the text
 * it was made on. Offsets are UTF-16 code units, never inside a surrogate pair.
 *
 * | score | means |
 * |---|---|
 * | 1 | stands where it stood, or stands once |
 * | 0.5 – 1 | stands several times; by how much of its context is there; 0.5: told by its place alone |
 * | the same × 0.95 | stands so only when typography is folded |
 */
export function anchorQuote(request: {
  readonly text: string | PreparedText
  readonly quote: TextQuote
  readonly hint?: PlaceHint | undefined
}): AnchorMatch | null {
  const { quote, hint } = request
  const text = prepareText(request.text)
  const asked = { text, quote, hint, origin: quoteOrigin(quote, hint, text) }
  for (const step of LADDER) {
    const match = step(asked)
    if (match !== null) return match
  }
  return null
}
