import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'

const HEBREW = /^[א-ת]+$/
/**
 * And, that the, the, in, to: written as one word with what follows, of which three letters must be left. From, as and
 * that (מ, כ, ש) are as often part of the word. Again and again, so that a word that begins so itself meets its forms.
 */
const PREFIXES = /^(?:ו|שה|ה|ב|ל)(?=[א-ת]{3})/
const PLURAL = /(?<=[א-ת]{2})(?:יים|ים|ות|יות)$/
const FEMININE = /(?<=[א-ת]{3})[הת]$/
/** Letters that have another shape at the end of a word. */
const FINAL: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' }

/** Hebrew: points off, then light rules of our own, as the stemmer of lunr-languages takes nothing off. */
export const hebrew: LanguagePack = {
  language: 'he',
  stem: (word) => {
    const folded = foldLetters(word)
    if (!HEBREW.test(folded)) return folded
    let bare = folded
    while (PREFIXES.test(bare)) bare = bare.replace(PREFIXES, '')
    bare = bare.replace(PLURAL, '').replace(FEMININE, '')
    return bare.replace(/[ךםןףץ]/g, (letter) => FINAL[letter] ?? letter)
  },
}
