import plugin from 'lunr-languages/lunr.pt.js'
import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'
import { stemmerOf } from './lunr-stemmers.ts'

const stemmer = stemmerOf(plugin, 'pt')
const PORTUGUESE = /^[a-záâãàçéêíóôõúü]+$/
/** Plurals that Snowball leaves apart from their singular: nações and nação, alemães and alemão. */
const PLURAL = /(?:ões|ães|ãos)$/

/** Portuguese: plurals in ã first, then Snowball, then the marks are stripped. */
export const portuguese: LanguagePack = {
  language: 'pt',
  stem: (word) => foldLetters(PORTUGUESE.test(word) ? stemmer(word.replace(PLURAL, 'ão')) : word),
}
