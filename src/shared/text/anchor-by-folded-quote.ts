import type { AnchorMatch, AnchorRequest } from './anchor-request.ts'
import { choosePlace } from './choose-place.ts'
import { distanceFromHint } from './distance-from-hint.ts'
import { foldedPlaces } from './find-places.ts'
import { foldQuote } from './fold-quote.ts'
import { fitContext } from './quote-context.ts'

/** What a folded match is worth beside one to the letter. */
const FOLDED_WORTH = 0.95

/** Step 3: as step 2, with white space, quotation marks, dashes, ligatures and invisible characters folded on both sides. */
export function anchorByFoldedQuote({ text, quote, hint }: AnchorRequest): AnchorMatch | null {
  const folded = foldQuote(quote)
  const places = foldedPlaces(text, folded.exact)
  const evidence = places.map((place) => ({
    matched: fitContext(text.folded().text, place.folded, folded),
    distance: distanceFromHint(place.original, text.text.length, hint),
  }))
  const chosen = choosePlace(folded, evidence)
  const place = chosen === null ? undefined : places[chosen.index]?.original
  if (chosen === null || place === undefined) return null
  return { ...place, strategy: 'folded', score: chosen.certainty * FOLDED_WORTH }
}
