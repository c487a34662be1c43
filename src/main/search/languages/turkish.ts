import plugin from 'lunr-languages/lunr.tr.js'
import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'
import { stemmerOf } from './lunr-stemmers.ts'

const stemmer = stemmerOf(plugin, 'tr')
const TURKISH = /^[a-zçğıöşüâîû]+$/
/** Endings of names stand behind an apostrophe: İstanbulʼda. */
const NAME_ENDING = /(?<=..)ʼ.*$/
/** What İ becomes in lower case without Turkish rules: an i that keeps its dot. */
const DOTTED = /i\u0307/g

/**
 * Turkish: endings of names off, then Snowball, then the marks. The dotless ı is folded to i only after the stemmer,
 * which needs it for vowel harmony; since texts are lowered without Turkish rules (I becomes i), IŞIK then still meets ışık.
 */
export const turkish: LanguagePack = {
  language: 'tr',
  stem: (word) => {
    const plain = word.replace(DOTTED, 'i').replace(NAME_ENDING, '')
    // Twice: what the first pass leaves of a plural (takımlar, takım) it would cut further if it stood alone (tak).
    return foldLetters(TURKISH.test(plain) ? stemmer(stemmer(plain)) : plain)
  },
}
