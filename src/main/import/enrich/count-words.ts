import { wordBorders } from './word-borders.ts'
import { wordsOf } from './words.ts'

const spacelessAlphabet = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u
let segmenter: Intl.Segmenter | undefined

/**
 * How many words a text has. Han and kana count by character, as word processors count them: quick, and the same with
 * every version of the dictionaries behind `Intl.Segmenter`. Only Thai, Lao, Khmer and Burmese are segmented by those.
 */
export function countWords(text: string): number {
  const borders = wordBorders(text)
  if (borders !== null) return borders.length / 2
  const words = wordsOf(text)
  if (!spacelessAlphabet.test(text)) return words.length
  return words.reduce((sum, word) => sum + (spacelessAlphabet.test(word) ? countSegments(word) : 1), 0)
}

function countSegments(run: string): number {
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' })
  let count = 0
  for (const segment of segmenter.segment(run)) if (segment.isWordLike === true) count += 1
  return count
}
