/** Invisible characters inside words: soft hyphen, joiners, direction marks, byte order mark. */
const INVISIBLE = /[\u00ad\u061c\u200c-\u200f\u2060\ufeff]/g

/**
 * The form in which all analysis sees text: NFKC, lower case, without invisible characters. (Lower case after NFKC, as
 * compatibility letters such as ℍ become capitals.)
 */
export function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFC').replace(INVISIBLE, '')
}
