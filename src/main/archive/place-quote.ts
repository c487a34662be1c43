import type { TextQuote } from '../../shared/model/annotation.ts'
import type { StoredText } from './ports/article-records.ts'
import type { AnchorSnapshot } from './ports/entities.ts'
import { anchorQuote } from '../../shared/text/anchor-quote.ts'

/** Where the annotation lay before, for repeated passages: offsets in a text of that length. */
export interface EarlierPlace {
  readonly start: number
  readonly end: number
  readonly textLength: number
}

/** Looks for a quote in a rendition and answers its anchor there: a place with a score, or an orphan. */
export function placeQuote(stored: StoredText, quote: TextQuote, earlier?: EarlierPlace): AnchorSnapshot {
  const request = { text: stored.text, quote }
  const found = anchorQuote(earlier === undefined ? request : { ...request, hint: earlier })
  if (found === null) {
    return { rendition: stored.rendition, start: null, end: null, strategy: 'none', score: 0, status: 'orphan' }
  }
  return { rendition: stored.rendition, ...found, status: 'placed' }
}
