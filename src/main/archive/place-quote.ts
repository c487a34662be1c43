import type { TextQuote } from '../../shared/model/annotation.ts'
import { anchorQuote } from '../../shared/text/anchor-quote.ts'
import type { PlaceHint } from '../../shared/text/place-hint.ts'
import type { StoredText } from './ports/article-records.ts'
import type { AnchorSnapshot } from './ports/entities.ts'

/** Looks for a quote in a rendition and answers its anchor there: a place with a score, or an orphan. */
export function placeQuote(stored: StoredText, quote: TextQuote, hint?: PlaceHint): AnchorSnapshot {
  const found = anchorQuote({ text: stored.text, quote, hint })
  if (found === null) {
    return { rendition: stored.rendition, start: null, end: null, strategy: 'none', score: 0, status: 'orphan' }
  }
  return { rendition: stored.rendition, ...found, status: 'placed' }
}
