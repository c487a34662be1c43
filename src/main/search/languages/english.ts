import lunr from 'lunr'
import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'

const LATIN = /^[a-z]+$/

/** Possessives end in ʼs, or in ʼ after a plural; neither belongs to the word. */
const POSSESSIVE = /ʼs?$/

/** English: marks and possessives off, then lunr's Porter stemmer. */
export const english: LanguagePack = {
  language: 'en',
  stem: (word) => {
    const folded = foldLetters(word.replace(POSSESSIVE, ''))
    return LATIN.test(folded) ? lunr.stemmer(new lunr.Token(folded, {})).toString() : folded
  },
}
