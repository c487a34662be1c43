import { parseDate } from '../dates/parse-date.ts'
import type { Leaf } from './leaves.ts'
import { PAGE_LINE, withoutSigns } from './leftover-words.ts'

/** How many blocks at either end may be lines of the page. */
const MOST = { above: 8, below: 8 }
/** The article has begun with a block so long, in UTF-16 units. */
const PARAGRAPH = 70
const LONGEST_LINE = 100
/** Longest date alone, and most letters in it that are not part of a date. */
const LONGEST_DATE = 44

/** Lines above and below an article that say what its facts say: dates, labels, counts. */
export function frameLines(leaves: readonly Leaf[]): readonly Leaf[] {
  const shown = leaves.filter(({ text }) => text !== '')
  const begin = shown.findIndex(({ text }) => text.length >= PARAGRAPH)
  if (begin < 0) return []
  const end = shown.findLastIndex(({ text }) => text.length >= PARAGRAPH)
  const above = shown.slice(0, Math.min(begin, MOST.above))
  const below = shown.slice(Math.max(end + 1, shown.length - MOST.below))
  return [...above, ...below].filter(isPageLine)
}

function isPageLine({ text, element, within }: Leaf): boolean {
  if (text.length > LONGEST_LINE || within.includes('table') || within.includes('figure')) return false
  const plain = withoutSigns(text)
  return PAGE_LINE.test(plain) || (!/^h[1-6]$/.test(element.name) && isDate(plain))
}

function isDate(text: string): boolean {
  return (
    text.length <= LONGEST_DATE &&
    text.length >= 6 &&
    /\d/.test(text) &&
    /^[\d\p{L}\s.,:/|()-]+$/u.test(text) &&
    wordsOf(text) <= 5 &&
    parseDate(text) !== null
  )
}

function wordsOf(text: string): number {
  return (text.match(/\p{L}{3,}/gu) ?? []).length
}
