import type { AnchorMatch, AnchorRequest } from './anchor-request.ts'
import { fitContext } from './quote-context.ts'
import { splitsSurrogatePair } from './surrogate-pair.ts'

/**
 * Step 1: the place where the quote stood, when the text there still equals it. In a repetitive text (lists, tables)
 * an edit may push a twin of the passage exactly there; so half of the context must be there too, else step 2 weighs
 * all places.
 */
export function anchorByPosition({ text, quote, hint }: AnchorRequest): AnchorMatch | null {
  if (hint === undefined || quote.exact === '') return null
  const start = hint.start
  const end = start + quote.exact.length
  if (!text.text.startsWith(quote.exact, start)) return null
  if (splitsSurrogatePair(text.text, start) || splitsSurrogatePair(text.text, end)) return null
  const wanted = quote.prefix.length + quote.suffix.length
  if (2 * fitContext(text.text, { start, end }, quote) < wanted) return null
  return { start, end, strategy: 'position', score: 1 }
}
