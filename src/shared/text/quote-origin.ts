import type { TextQuote } from '../model/annotation.ts'
import type { PlaceHint } from './place-hint.ts'
import { foldRange } from './fold-text.ts'
import { matchWords } from './match-words.ts'
import { prepareText, type PreparedText } from './prepare-text.ts'
import { wordsWithin } from './words-within.ts'

/** The text a quote was made on, and what became of it. */
export interface QuoteOrigin {
  readonly text: PreparedText
  /** First and last word of the quote in it. */
  readonly first: number
  readonly last: number
  /** Units of those two that lie outside the quote. */
  readonly cutBefore: number
  readonly cutAfter: number
  /** The new text's word for each of the old text's words, -1 for none; and the other way. */
  readonly became: () => Int32Array
  readonly cameFrom: () => Int32Array
}

/** One pair of texts is compared once, however many quotes are looked for. */
const COMPARED = new WeakMap<PreparedText, WeakMap<PreparedText, WordMap>>()

interface WordMap {
  readonly became: Int32Array
  readonly cameFrom: Int32Array
}

/** The origin of a quote by its hint; undefined when the old text is not known or does not say the quote there. */
export function quoteOrigin(
  quote: TextQuote,
  hint: PlaceHint | undefined,
  renewed: PreparedText,
): QuoteOrigin | undefined {
  if (hint?.text === undefined || quote.exact === '') return undefined
  const text = prepareText(hint.text)
  if (!text.text.startsWith(quote.exact, hint.start)) return undefined
  const range = foldRange(text.folded(), { start: hint.start, end: hint.start + quote.exact.length })
  const index = text.words()
  const words = wordsWithin(index, range)
  if (words === undefined) return undefined
  const cutBefore = Math.max(0, range.start - (index.starts[words.first] ?? 0))
  const cutAfter = Math.max(0, (index.ends[words.last] ?? 0) - range.end)
  const map = (): WordMap => compare(text, renewed)
  return { text, ...words, cutBefore, cutAfter, became: () => map().became, cameFrom: () => map().cameFrom }
}

/** Whether a place stands between what came before the passage and what came after it. */
export function isInOrder({ first, last, became }: QuoteOrigin, fromWord: number, toWord: number): boolean {
  const places = became()
  let before = first - 1
  while (before >= 0 && (places[before] ?? -1) < 0) before--
  let after = last + 1
  while (after < places.length && (places[after] ?? -1) < 0) after++
  return (places[before] ?? -1) < fromWord && (places[after] ?? Infinity) > toWord
}

/** Whether most of the words of a place are known to be another passage's of the old text. */
export function isTaken({ first, last, cameFrom }: QuoteOrigin, fromWord: number, toWord: number): boolean {
  const words = cameFrom().subarray(fromWord, toWord + 1)
  return words.filter((word) => word >= 0 && (word < first || word > last)).length * 2 >= words.length
}

function compare(old: PreparedText, renewed: PreparedText): WordMap {
  const known = COMPARED.get(renewed) ?? new WeakMap<PreparedText, WordMap>()
  COMPARED.set(renewed, known)
  const found = known.get(old)
  if (found !== undefined) return found
  const words = renewed.words()
  // Words that the new text has not get numbers below zero, each its own, so that they never meet.
  const numbers = old.words().keys.map((key, id) => words.idOf(key) ?? -1 - id)
  const became = matchWords(
    old.words().ids.map((id) => numbers[id] ?? -1),
    words.ids,
  )
  const cameFrom = new Int32Array(words.ids.length).fill(-1)
  became.forEach((place, word) => {
    if (place >= 0) cameFrom[place] = word
  })
  const map = { became, cameFrom }
  known.set(old, map)
  return map
}
