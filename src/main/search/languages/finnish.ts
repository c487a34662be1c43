import plugin from 'lunr-languages/lunr.fi.js'
import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'
import { stemmerOf } from './lunr-stemmers.ts'

const stemmer = stemmerOf(plugin, 'fi')
const FINNISH = /^[a-zäöåšž]+$/

/**
 * What Snowball leaves of one word: the noun of a verb (lisääminen, lisää), qualities (ominaisuus, ominaisuudet, ominaisuuksia), nouns in
 * -s (asetus, asetukset), and a last vowel (ikkunoiden, ikkunan).
 */
function joinForms(stem: string): string {
  return stem
    .replace(/(?<=...)(?:min|mis)$/, '')
    .replace(/(?<=..)(uu|yy)(?:ks|[dt])$/, '$1s')
    .replace(/(?<=...)ks$/, 's')
    .replace(/(?<=....)[aeiouyäö]+$/, '')
}

/** Finnish: Snowball first, for ä and ö belong to its endings (vowel harmony), then the marks are stripped. */
export const finnish: LanguagePack = {
  language: 'fi',
  stem: (word) => foldLetters(FINNISH.test(word) ? joinForms(stemmer(word)) : word),
}
