/** Half-width and compatibility forms are gone by NFKC already; a loose voicing mark after kana is not worth a token. */
const LOOSE_MARKS = /[\u3099\u309a\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu
/** The Thai vowel ae typed as two e, which look the same; and that of Lao. */
const TWO_E = /([\u0e40\u0ec0])\1/g
/** The ring of the vowel am stands before the tone or after it: น้ำ, นํ้า. NFKC leaves either order. */
const RING_FIRST = /(\u0e4d|\u0ecd)([\u0e48-\u0e4b]|[\u0ec8-\u0ecb])/g
const MAY_FOLD = /\u0e40|\u0e4d|\u0ec0|\u0ecd|\u3099|\u309a|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/u

/**
 * Folds a run of a script without word spaces: loose voicing marks and variation selectors are dropped, and what Thai and
 * Lao write in two ways that look the same is written in one.
 */
export function foldRun(run: string): string {
  if (!MAY_FOLD.test(run)) return run
  return run
    .replace(LOOSE_MARKS, '')
    .replace(TWO_E, (_, letter: string) => String.fromCharCode(letter.charCodeAt(0) + 1))
    .replace(RING_FIRST, '$2$1')
}
