// Signs that are not spaced into words: Han, kana, and their marks. Hangul is spaced, but denser than Latin.
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu
const closing = String.raw`["'”’»«“)\]】』」›*_]*`
const sentenceEnd = new RegExp(String.raw`[.!?…。！？؟۔।։።‽]${closing}$`, 'u')
const fullStop = new RegExp(String.raw`(?:[.。۔।։።]|\.\.\.|…)${closing}$`, 'u')
const openEnd = /[:,;、，：؛،–—-]$/u
// A word of at least three small letters before the stop: `U.S. Army`, `Gen. Mark` and `Dr. Who` are no sentence ends.
const sentenceBreak =
  /(?:[\p{Ll}\p{Lo}]{3,}|\d)["”’»)]?[.!?…]["”’»)]?\s+["“«„(¿¡]?[\p{Lu}\p{Lo}\d]|[。！？].*[^」』）)\s]/u
const smallWord =
  /^(?:a|an|and|as|at|but|by|for|from|in|into|nor|of|on|or|the|to|vs|with|de|del|della|der|die|das|den|des|di|du|el|en|et|la|las|le|les|los|und|van|von|y|i|и|в|на|і|та|й|з|у|о|с|за)$/u

/** Longest stretch of a text that shape is read from: what is longer is a paragraph whatever its letters. */
export const SHAPE_LIMIT = 1_000

/**
 * How long a text looks: UTF-16 units, a Chinese or Japanese sign counting three, as it says about as much as three
 * Latin letters. Reads at most the first `SHAPE_LIMIT` units.
 */
export function apparentLength(text: string): number {
  return text.length + 2 * (text.slice(0, SHAPE_LIMIT).match(unspaced)?.length ?? 0)
}

/** Number of words; in unspaced scripts two signs count as one. */
export function countWords(text: string): number {
  const head = text.slice(0, SHAPE_LIMIT)
  const signs = head.match(unspaced)?.length ?? 0
  const spaced = head.replace(unspaced, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu)?.length ?? 0
  return spaced + Math.ceil(signs / 2)
}

/** Whether the text ends as a sentence does, quotation marks and brackets aside. */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text.slice(-20))
}

/** Whether the text ends with a full stop of any script (not `?` or `!`, which headlines have too). */
export function endsWithStop(text: string): boolean {
  return fullStop.test(text.slice(-20))
}

/** Whether the text ends with a sign after which something must follow. */
export function isOpenEnded(text: string): boolean {
  return openEnd.test(text.slice(-2))
}

/** Whether a sentence ends and another begins inside the text. */
export function hasSentenceBreak(text: string): boolean {
  return sentenceBreak.test(text.slice(0, SHAPE_LIMIT))
}

/** Whether every word but the small ones begins with a capital: the shape of names, and of English headlines. */
export function isTitleCased(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu) ?? []
  if (!/^["“«„]?[\p{Lu}\p{Lt}\d]/u.test(text)) return false
  return words.every((word) => /^[\p{Lu}\p{Lt}\p{N}]/u.test(word) || smallWord.test(word))
}

/** Whether the text has letters of a script with capitals, and all of them are capitals. */
export function isAllCaps(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text) && !/\p{Lo}/u.test(text)
}

/** Whether the text begins with a small letter: the rest of a sentence, never a headline or heading. */
export function startsSmall(text: string): boolean {
  return /^\p{Ll}/u.test(text) && !/^\p{Ll}{1,2}\p{Lu}/u.test(text)
}
