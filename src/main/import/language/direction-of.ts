import type { Direction } from '../../../shared/model/rendition.ts'

/** Languages written from right to left, as primary subtags (CLDR 46, character order). */
const rightToLeft: ReadonlySet<string> = new Set('ar arc ckb dv fa he iw ks mzn nqo pnb ps sd syr ug ur yi'.split(' '))
const strongRightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g
const letter = /\p{L}/u
const letters = /\p{L}/gu
const sampleLength = 2_000

/** Which way the text runs: by its letters, since a page's language may be wrong; by the language when it has none. */
export function directionOf(language: string | null, text: string): Direction {
  const sample = text.slice(0, sampleLength)
  if (!letter.test(sample)) return language !== null && rightToLeft.has(language) ? 'rtl' : 'ltr'
  const ofRightToLeft = sample.match(strongRightToLeft)?.length ?? 0
  return ofRightToLeft > 0 && ofRightToLeft * 2 > (sample.match(letters)?.length ?? 0) ? 'rtl' : 'ltr'
}
