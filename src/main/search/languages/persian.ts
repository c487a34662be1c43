import { foldLetters } from './fold-letters.ts'
import { cutEnding, endingsOf } from './cut-ending.ts'
import type { LanguagePack } from './language-pack.ts'

const PERSIAN = /^[\u0621-\u06cc]+$/
/** Plurals, comparatives, possessives; the half-space before them is gone by then. */
const ENDINGS = endingsOf('هایی های ها هایم هایش ترین تر ان ات ی م ت ش')

/** Persian: letters unified with the Arabic ones, then one ending off. */
export const persian: LanguagePack = {
  language: 'fa',
  stem: (word) => {
    const folded = foldLetters(word)
    return PERSIAN.test(folded) ? cutEnding(folded, () => ENDINGS().map(foldLetters), 3) : folded
  },
}
