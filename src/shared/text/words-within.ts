import type { TextRange } from './text-range.ts'
import type { WordIndex } from './word-index.ts'

/** First and last word that a range of the indexed text touches; undefined when it holds none. Binary search. */
export function wordsWithin(
  index: WordIndex,
  range: TextRange,
): { readonly first: number; readonly last: number } | undefined {
  const first = countUpTo(index.ends, range.start)
  const last = countUpTo(index.starts, range.end - 1) - 1
  return first <= last ? { first, last } : undefined
}

/** Index of the first word at or after an offset of the indexed text. */
export function wordAt(index: WordIndex, offset: number): number {
  return countUpTo(index.ends, offset)
}

/** How many of the rising offsets are at most `limit`. */
function countUpTo(offsets: Int32Array, limit: number): number {
  let low = 0
  let high = offsets.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((offsets[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
