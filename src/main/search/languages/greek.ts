import plugin from 'lunr-languages/lunr.el.js'
import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'
import { stemmerOf } from './lunr-stemmers.ts'

const stemmer = stemmerOf(plugin, 'el')
const GREEK = /^[α-ω]+$/

/** Greek: accents off first, as they wander with the ending and capitals have none, then the stemmer, which wants a final ς. */
export const greek: LanguagePack = {
  language: 'el',
  stem: (word) => {
    const folded = foldLetters(word)
    return GREEK.test(folded) ? foldLetters(stemmer(folded.replace(/σ$/, 'ς'))) : folded
  },
}
