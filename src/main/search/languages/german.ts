import plugin from 'lunr-languages/lunr.de.js'
import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'
import { stemmerOf } from './lunr-stemmers.ts'

const stemmer = stemmerOf(plugin, 'de')
const GERMAN = /^[a-zäöüß]+$/

/** German: Snowball, which itself takes the dots off ä, ö, ü and writes ß as ss; other marks are folded after it. */
export const german: LanguagePack = {
  language: 'de',
  stem: (word) => foldLetters(GERMAN.test(word) ? stemmer(word) : word),
}
