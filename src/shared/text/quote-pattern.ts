import type { TextQuote } from '../model/annotation.ts'
import { foldQuote } from './fold-quote.ts'
import { isSpoken, splitWords, type Word, type WordIndex } from './word-index.ts'
import { wordWeight } from './word-weight.ts'

/** A quote with its context as words to be found in one text. */
export interface QuotePattern {
  readonly words: readonly Word[]
  readonly keys: readonly string[]
  /** Number of each word in the text, -1 when it is not there. */
  readonly ids: Int32Array
  /** How often each word stands in the text. */
  readonly counts: Int32Array
  readonly weights: Float64Array
  /** First and last word of the quote itself; those before and after are its context. */
  readonly first: number
  readonly last: number
  /** Units of the first and last word that lie outside the quote, as when a selection cuts a word. */
  readonly cutBefore: number
  readonly cutAfter: number
}

/** The pattern of a quote for a text; undefined for a quote without a single word or mark. */
export function quotePattern(quote: TextQuote, text: WordIndex): QuotePattern | undefined {
  const { exact, prefix, suffix } = foldQuote(quote)
  const [start, end] = [prefix.length, prefix.length + exact.length]
  const whole = prefix + exact + suffix
  const words = splitWords(whole).filter((word) => !isTorn(word, whole.length, start, end))
  const inside = words.flatMap((word, index) => (word.end > start && word.start < end ? [index] : []))
  const [first, last] = [inside.at(0), inside.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const ids = Int32Array.from(words, ({ key }) => text.idOf(key) ?? -1)
  const counts = ids.map((id) => (id < 0 ? 0 : text.placesOf(id).length))
  return {
    words,
    keys: words.map(({ key }) => key),
    ids,
    counts,
    weights: Float64Array.from(words, ({ key }, index) => wordWeight(key, counts[index] ?? 0)),
    first,
    last,
    cutBefore: Math.max(0, start - (words[first]?.start ?? start)),
    cutAfter: Math.max(0, (words[last]?.end ?? end) - end),
  }
}

/** A word at the outer edge of the context, which the context's length may have cut. */
function isTorn(word: Word, length: number, start: number, end: number): boolean {
  if (!isSpoken(word.key)) return false
  return (word.start === 0 && word.end <= start) || (word.end === length && word.start >= end)
}
