import type { AnchorMatch, AnchorRequest } from './anchor-request.ts'
import { choosePlace } from './choose-place.ts'
import { distanceFromHint } from './distance-from-hint.ts'
import { exactPlaces } from './find-places.ts'
import { fitContext } from './quote-context.ts'

/** Step 2: the quote to the letter; where it stands once, or where its context or place decide between several. */
export function anchorByQuote({ text: { text }, quote, hint }: AnchorRequest): AnchorMatch | null {
  const places = exactPlaces(text, quote.exact)
  const evidence = places.map((place) => ({
    matched: fitContext(text, place, quote),
    distance: distanceFromHint(place, text.length, hint),
  }))
  const chosen = choosePlace(quote, evidence)
  const place = chosen === null ? undefined : places[chosen.index]
  if (chosen === null || place === undefined) return null
  return { ...place, strategy: chosen.alone ? 'quote' : 'context', score: chosen.certainty }
}
