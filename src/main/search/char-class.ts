/** What a code point is to the analysis. */
export const CharClass = {
  unknown: 0,
  separator: 1,
  /** Letter or digit of a script that writes spaces between words. */
  word: 2,
  /** Han, Hiragana, Katakana, Hangul, Thai, Lao, Khmer, Myanmar: cut into bigrams. */
  run: 3,
  /** Combining mark: belongs to what stands before it. */
  mark: 4,
  /** ' ’ or ʼ: part of a word between two letters, else a separator. */
  apostrophe: 5,
} as const

const RUN_LETTER =
  /^(?=[\p{L}\p{N}])[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]$/u
const WORD_CHARACTER = /^[\p{L}\p{N}]$/u
const MARK = /^\p{M}$/u

/** One byte a code point, filled as code points are met: asking a regular expression each time took most of the time. */
const classes = new Uint8Array(0x110000)

function classify(codePoint: number): number {
  const char = String.fromCodePoint(codePoint)
  if (char === "'" || char === '’' || char === 'ʼ') return CharClass.apostrophe
  if (RUN_LETTER.test(char)) return CharClass.run
  if (WORD_CHARACTER.test(char)) return CharClass.word
  return MARK.test(char) ? CharClass.mark : CharClass.separator
}

/** Class of a code point (`CharClass`). */
export function charClass(codePoint: number): number {
  const known = classes[codePoint]
  if (known !== undefined && known !== CharClass.unknown) return known
  const found = classify(codePoint)
  classes[codePoint] = found
  return found
}
