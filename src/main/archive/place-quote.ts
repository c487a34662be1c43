import type { TextQuote } from '../../shared/model/annotation.ts'
import type { RenditionId } from '../../shared/model/identity.ts'
import { anchorQuote } from '../../shared/text/anchor-quote.ts'
import type { PlaceHint } from '../../shared/text/place-hint.ts'
import type { PreparedText } from '../../shared/text/prepare-text.ts'
import type { AnchorSnapshot } from './ports/entities.ts'

/** Looks for a quote in a rendition and answers its anchor there: a place with a score, or an orphan. */
export function placeQuote(
  { rendition, text }: { readonly rendition: RenditionId; readonly text: string | PreparedText },
  quote: TextQuote,
  hint?: PlaceHint,
): AnchorSnapshot {
  const found = anchorQuote({ text, quote, hint })
  if (found === null) return { rendition, start: null, end: null, strategy: 'none', score: 0, status: 'orphan' }
  return { rendition, ...found, status: 'placed' }
}
