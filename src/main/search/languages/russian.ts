import plugin from 'lunr-languages/lunr.ru.js'
import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'
import { stemmerOf } from './lunr-stemmers.ts'

const stemmer = stemmerOf(plugin, 'ru')
const RUSSIAN = /^[а-я]+$/

/** Russian: ё folded to е and stress marks off, then Snowball. */
export const russian: LanguagePack = {
  language: 'ru',
  stem: (word) => {
    const folded = foldLetters(word)
    return RUSSIAN.test(folded) ? stemmer(folded) : folded
  },
}
