import { foldName } from '../../../shared/text/fold-name.ts'

/** Key of articles without a title: after every other key, byte by byte. */
export const NO_TITLE_KEY = '\u{10ffff}'

// The key only sorts; two titles alike for so long may stand in either order.
const LONGEST_KEY = 200
const LEADING_MARKS = /^[\p{Pi}\p{Pf}\p{Ps}"'`¿¡\s]+/u
// Marks of Latin, Greek and Cyrillic, which sort with their letters. Vowel signs of Indic scripts are no such marks.
const ACCENTS = /[\u0300-\u036f]/gu

/**
 * Sort key of a title under SQLite's byte order: case and accents folded, quotation marks and brackets before the
 * first word dropped, articles without a title last.
 */
export function titleKey(title: string | null): string {
  const folded = foldName(title ?? '')
    .normalize('NFD')
    .replaceAll(ACCENTS, '')
    .slice(0, LONGEST_KEY)
    .toWellFormed()
  if (folded === '') return NO_TITLE_KEY
  const unmarked = folded.replace(LEADING_MARKS, '')
  return unmarked === '' ? folded : unmarked
}
