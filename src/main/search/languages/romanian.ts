import plugin from 'lunr-languages/lunr.ro.js'
import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'
import { stemmerOf } from './lunr-stemmers.ts'

const stemmer = stemmerOf(plugin, 'ro')
const ROMANIAN = /^[a-zăâîşţ]+$/

/** Texts write ș and ț with a comma or, as old fonts did and Snowball does, with a cedilla. */
const COMMA_BELOW: Readonly<Record<string, string>> = { ș: 'ş', ț: 'ţ' }

/** Romanian: commas below become cedillas and î inside a word â, as it was written until 1993 (cîine, câine), then Snowball, then the marks are stripped. */
export const romanian: LanguagePack = {
  language: 'ro',
  stem: (word) => {
    const written = word.replace(/[șț]/g, (letter) => COMMA_BELOW[letter] ?? letter).replace(/(?<=.)î(?=.)/g, 'â')
    // Twice: without its article (războiul, război) a word ends as one that never had it, and is cut further (războ).
    return foldLetters(ROMANIAN.test(written) ? stemmer(stemmer(written)) : written)
  },
}
