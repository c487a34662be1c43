import plugin from 'lunr-languages/lunr.fr.js'
import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'
import { stemmerOf } from './lunr-stemmers.ts'

const stemmer = stemmerOf(plugin, 'fr')
const LATIN = /^[\p{Script=Latin}]+$/u

/** French: Snowball first, for accents tell its endings apart (é, è), then the marks are stripped. */
export const french: LanguagePack = {
  language: 'fr',
  stem: (word) => foldLetters(LATIN.test(word) ? stemmer(word) : word),
}
