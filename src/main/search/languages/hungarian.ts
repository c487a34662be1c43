import plugin from 'lunr-languages/lunr.hu.js'
import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'
import { stemmerOf } from './lunr-stemmers.ts'

const stemmer = stemmerOf(plugin, 'hu')
const HUNGARIAN = /^[a-záéíóöőúüű]+$/
/** Past, infinitive, potential, participles and the noun of a verb, which Snowball leaves: használni, használt, használata, használható. */
const OF_VERBS = /(?<=....)(?:[oeö]tt|[áé]s|ható|hető|hat|het|v[ae]|ni|ja|i|ó|ő|t|z)$/

/**
 * Hungarian: Snowball first, whose endings tell á from a, twice, as `dokumentum` ends like a first person; then endings of verbs off, then
 * the marks.
 */
export const hungarian: LanguagePack = {
  language: 'hu',
  stem: (word) => {
    if (!HUNGARIAN.test(word)) return foldLetters(word)
    return foldLetters(stemmer(stemmer(word)).replace(OF_VERBS, '').replace(OF_VERBS, ''))
  },
}
