import search from 'approx-string-match'
import type { AnchorMatch, AnchorRequest } from './anchor-request.ts'
import { foldQuote } from './fold-quote.ts'
import { unfoldRange } from './fold-text.ts'
import { isInOrder, isTaken } from './quote-origin.ts'
import { splitsSurrogatePair } from './surrogate-pair.ts'
import type { TextRange } from './text-range.ts'
import type { WordIndex } from './word-index.ts'
import { wordsWithin } from './words-within.ts'

/** Shortest quote that is matched by letters; a shorter one has too many near misses in any text. */
const LEAST_LETTERS = 20
/** Longest; a longer one has words enough, and its search takes too long. */
const MOST_LETTERS = 250
/** One letter in how many may differ, in all and in each quarter of the quote. */
const LETTERS_AN_ERROR = 8
const LETTERS_AN_ERROR_IN_A_QUARTER = 4
const LETTERS_WORTH = 0.7

/**
 * Step 6: approximate matching by letters, for passages whose words the other steps cannot know: joined or torn by
 * hyphens and line ends, or with a letter wrong in most of them. Errors must be few and spread: one word replaced by
 * another in a fixed form ("Name: …") is another passage.
 */
export function anchorByLetters({ text, quote, origin }: AnchorRequest): AnchorMatch | null {
  const { exact } = foldQuote(quote)
  if (exact.length < LEAST_LETTERS || exact.length > MOST_LETTERS) return null
  const folded = text.folded()
  const [found, other] = search(folded.text, exact, Math.floor(exact.length / LETTERS_AN_ERROR))
  // Overlapping answers are one place with another edge; two apart cannot be told.
  if (found === undefined || (other !== undefined && other.start >= found.end)) return null
  if (!isSpread(exact, folded.text.slice(found.start, found.end))) return null
  const words = wholeWords(text.words(), found)
  if (words === undefined) return null
  if (
    origin !== undefined &&
    (isTaken(origin, words.first, words.last) || !isInOrder(origin, words.first, words.last))
  ) {
    return null
  }
  const range = unfoldRange(folded, words)
  if (range === undefined || splitsSurrogatePair(text.text, range.start) || splitsSurrogatePair(text.text, range.end)) {
    return null
  }
  return { ...range, strategy: 'fuzzy', score: LETTERS_WORTH * (1 - found.errors / exact.length) }
}

/** The words of a stretch; one that is cut at its edge belongs to it with half of its letters. */
function wholeWords(
  index: WordIndex,
  { start, end }: TextRange,
): (TextRange & { readonly first: number; readonly last: number }) | undefined {
  const touched = wordsWithin(index, { start, end })
  if (touched === undefined) return undefined
  const middle = (word: number): number => ((index.starts[word] ?? 0) + (index.ends[word] ?? 0)) / 2
  const first = touched.first + Number(middle(touched.first) < start)
  const last = touched.last - Number(middle(touched.last) > end)
  return first > last ? undefined : { first, last, start: index.starts[first] ?? 0, end: index.ends[last] ?? 0 }
}

function isSpread(exact: string, there: string): boolean {
  const size = Math.ceil(exact.length / 4)
  return [0, 1, 2, 3].every((quarter) => {
    const piece = exact.slice(quarter * size, (quarter + 1) * size)
    return piece === '' || search(there, piece, Math.floor(piece.length / LETTERS_AN_ERROR_IN_A_QUARTER)).length > 0
  })
}
