import type { TextQuote } from '../model/annotation.ts'
import type { TextRange } from './text-range.ts'

/**
 * UTF-16 units of a quote's prefix and suffix that stand around a place, counted outwards from the quote until the
 * first difference: what touches the quote tells most, and a change further out costs only what lies beyond it.
 */
export function fitContext(text: string, place: TextRange, { prefix, suffix }: TextQuote): number {
  let before = 0
  while (before < prefix.length && unitsEqual(text, place.start - 1 - before, prefix, prefix.length - 1 - before)) {
    before += 1
  }
  let after = 0
  while (after < suffix.length && unitsEqual(text, place.end + after, suffix, after)) after += 1
  return before + after
}

function unitsEqual(text: string, offset: number, other: string, otherOffset: number): boolean {
  return offset >= 0 && offset < text.length && text.charCodeAt(offset) === other.charCodeAt(otherOffset)
}
