import type { PlaceHint } from './place-hint.ts'
import type { TextRange } from './text-range.ts'

/**
 * UTF-16 units between a place and where a quote is to be expected, counted from the text's start and from its end,
 * whichever is less: an edit before or after the passage moves only one of the two. Infinite without a hint.
 */
export function distanceFromHint(place: TextRange, textLength: number, hint: PlaceHint | undefined): number {
  if (hint === undefined) return Infinity
  const fromStart = Math.abs(place.start - hint.start)
  const fromEnd = Math.abs(textLength - place.end - (hint.textLength - hint.end))
  return Math.min(fromStart, fromEnd)
}
