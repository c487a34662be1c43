import plugin from 'lunr-languages/lunr.es.js'
import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'
import { stemmerOf } from './lunr-stemmers.ts'

const stemmer = stemmerOf(plugin, 'es')
const SPANISH = /^[a-záéíóúüñ]+$/

/** Plurals that Snowball takes for an infinitive with a pronoun: gobiernos for gobi-er-nos. */
const NO_PRONOUN = /(?<=i|mod|int|ext|^et|^mat|^pat|frat|cuad|alt)ernos$/

/**
 * Spanish: Snowball first, for accents tell endings apart (canté, cante), then the marks are stripped; ñ becomes n as people
 * without that key type it. z is written c before e: luz, luces.
 */
export const spanish: LanguagePack = {
  language: 'es',
  stem: (word) => {
    // Twice: the plural (mujeres) leaves what the first pass takes for an infinitive when it stands alone (mujer).
    const stem = SPANISH.test(word) ? stemmer(stemmer(word.replace(NO_PRONOUN, 'erno'))) : word
    return foldLetters(stem).replace(/(?<=..)z$/, 'c')
  },
}
