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

/** Lines above and below an article that say what its facts say: dates, labels, counts, who wrote it. */
export function frameLines(leaves: readonly Leaf[], names: readonly string[] = []): readonly Leaf[] {
  const shown = leaves.filter(({ text }) => text !== '')
  const begin = shown.findIndex(isParagraph)
  if (begin < 0) return []
  const end = shown.findLastIndex(isParagraph)
  const above = shown.slice(0, Math.min(begin, MOST.above))
  const below = shown.slice(Math.max(end + 1, shown.length - MOST.below))
  return [...above, ...below].filter((leaf) => isPageLine(leaf) || isByline(leaf, names))
}

function isParagraph({ text, element, within }: Leaf): boolean {
  return text.length >= PARAGRAPH && !/^(?:h[1-6]|fig.*)$/.test(element.name) && !within.includes('figure')
}

function isPageLine({ text, element, within }: Leaf): boolean {
  if (text.length > LONGEST_LINE || within.includes('table') || within.includes('figure')) return false
  const plain = withoutSigns(text)
  return PAGE_LINE.test(plain) || (!/^h[1-6]$/.test(element.name) && isDate(plain))
}

/** A line in which nothing is left beside the authors' names, words for "by" and a date. */
function isByline({ text, element, within }: Leaf, names: readonly string[]): boolean {
  if (text.length > LONGEST_LINE || /^h[1-6]$/.test(element.name) || within.includes('table')) return false
  const known = names.filter((name) => name !== '' && text.includes(name))
  const rest = known.reduce((line, name) => line.replaceAll(name, ' '), text)
  return known.length > 0 && !/\p{L}/u.test(rest.replaceAll(BYLINE_WORDS, ' '))
}

/** Words around a name and a day in a byline. */
const BYLINE_WORDS =
  /(?<!\p{L})(?:von|by|par|por|text|foto|autor(?:in)?|author|written|posted|published|updated|veröffentlicht|aktualisiert|geschrieben|on|at|am|um|uhr|pm|and|und|et|y|e|dr|prof|(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\p{L}*|\p{L}+(?:day|tag))(?!\p{L})/giu

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
