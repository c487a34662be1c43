import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'
import { porterStem } from './porter-stem.ts'

const LATIN = /^[a-z]+$/

/** Possessives end in ʼs, or in ʼ after a plural; neither belongs to the word. */
const POSSESSIVE = /ʼs?$/

/**
 * Function words whose stem only odd words would share (`ins`, `thes`, `thatʼs`); those keep their ending. Pairs that
 * Porter joins (`it` and `its`, `a` and `as`) stay joined: apart, they ranked worse (nDCG@10 on Cranfield .3623, not .3630).
 */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'the that these those and or but if than of to in on at by for from with without into over under after before about ' +
    'against between through until upon within she we they you me him them my our your their who whom which what when ' +
    'where why how am are were be been not no so too can could will would shall should might must up down out off then'
  ).split(' '),
)

/** Porter's stem of a folded word. */
function stem(word: string): string {
  return LATIN.test(word) ? porterStem(word) : word
}

/** English: marks and possessives off, then Porter's stemmer; function words keep to themselves. */
export const english: LanguagePack = {
  language: 'en',
  exact: FUNCTION_WORDS,
  // Porter changes a stem's last two letters at most (`bility` to `ble`), and never the first two.
  beginningOf: (token) => token.slice(0, Math.max(2, token.length - 2)),
  stem: (word) => {
    const folded = foldLetters(word)
    if (FUNCTION_WORDS.has(folded)) return folded
    const stemmed = stem(folded.replace(POSSESSIVE, ''))
    return FUNCTION_WORDS.has(stemmed) ? folded : stemmed
  },
}
