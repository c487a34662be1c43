import { foldQuote } from './fold-quote.ts'
import { unfoldRange } from './fold-text.ts'
import { prepareText, type PreparedText } from './prepare-text.ts'
import { splitsSurrogatePair } from './surrogate-pair.ts'
import type { TextRange } from './text-range.ts'

/**
 * Most places that are looked at. A quote that stands more often is one letter or a ruled line; the bound keeps a
 * text of one repeated character from costing the square of its length.
 */
export const MOST_PLACES = 100_000

/** A place in the folded text and what it is in the original. */
export interface FoldedPlace {
  readonly folded: TextRange
  readonly original: TextRange
}

/**
 * Where a quote stands in a text, in order, overlapping ones included: to the letter, or, when it stands nowhere so,
 * with typography folded as `anchorQuote` does. None inside a surrogate pair. An empty quote stands nowhere.
 */
export function findPlaces(text: string | PreparedText, exact: string): readonly TextRange[] {
  const prepared = prepareText(text)
  const places = exactPlaces(prepared.text, exact)
  if (places.length > 0) return places
  const folded = foldQuote({ exact, prefix: '', suffix: '' })
  return foldedPlaces(prepared, folded.exact).map((place) => place.original)
}

/** Where a quote stands to the letter; at most `MOST_PLACES`. */
export function exactPlaces(text: string, exact: string): readonly TextRange[] {
  const places: TextRange[] = []
  if (exact === '') return places
  let start = text.indexOf(exact)
  while (start >= 0 && places.length < MOST_PLACES) {
    const end = start + exact.length
    if (!splitsSurrogatePair(text, start) && !splitsSurrogatePair(text, end)) places.push({ start, end })
    start = text.indexOf(exact, start + 1)
  }
  return places
}

/** Where a quote that is folded already stands in the folded text; at most `MOST_PLACES`. */
export function foldedPlaces(prepared: PreparedText, foldedExact: string): readonly FoldedPlace[] {
  const folded = prepared.folded()
  return exactPlaces(folded.text, foldedExact).flatMap((place) => {
    const original = unfoldRange(folded, place)
    if (original === undefined) return []
    const { start, end } = original
    if (splitsSurrogatePair(prepared.text, start) || splitsSurrogatePair(prepared.text, end)) return []
    return [{ folded: place, original }]
  })
}
