import type { Direction } from '../../../shared/model/rendition.ts'

/** Languages written from right to left, as primary subtags (CLDR 46, character order). */
const rightToLeft: ReadonlySet<string> = new Set('ar arc ckb dv fa he iw ks mzn nqo pnb ps sd syr ug ur yi'.split(' '))
const strongRightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g
const letter = /\p{L}/gu
const sampleLength = 2_000

/** Which way the text runs: by its letters, since a page's language may be wrong; by the language when it has none. */
export function directionOf(language: string | null, text: string): Direction {
  const sample = text.slice(0, sampleLength)
  const letters = sample.match(letter)?.length ?? 0
  if (letters === 0) return language !== null && rightToLeft.has(language) ? 'rtl' : 'ltr'
  return (sample.match(strongRightToLeft)?.length ?? 0) * 2 > letters ? 'rtl' : 'ltr'
}
