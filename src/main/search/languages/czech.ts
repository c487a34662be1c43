import { cutEnding, endingsOf } from './cut-ending.ts'
import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'

const CZECH = /^[a-záčďéěíňóřšťúůýž]+$/
/** Case endings of nouns and adjectives, in the manner of the light stemmer of Dolamic and Savoy (2009), and some of verbs. */
const ENDINGS = endingsOf(
  'atech ětem etem atům ech ich ích ého ěmi emi ému ete eti iho ího ími imu ách ata aty ých ama ami ové ovi ými ' +
    'em es ém ím ům at ám os us ým mi ou e i í ě u y ů a o á é ý ost osti ostí ' +
    'ovat oval ovala ovali uje ují al ala ali alo aly il ila ili ilo ily it at ět',
)
/** Consonants that an ending changes, with what they are without it: knize, kniha; řece, řeka. */
const PALATALISED: readonly (readonly [RegExp, string])[] = [
  [/čt$/, 'ck'],
  [/[cč]$/, 'k'],
  [/[zž]$/, 'h'],
  [/št$/, 'sk'],
  [/ř$/, 'r'],
]

/** Czech: light rules of our own, then the marks are stripped. */
export const czech: LanguagePack = {
  language: 'cs',
  stem: (word) => {
    if (!CZECH.test(word)) return foldLetters(word)
    const cut = cutEnding(word, ENDINGS, 3)
    const changed = cut.length >= 3 ? PALATALISED.find(([ending]) => ending.test(cut)) : undefined
    return foldLetters(changed === undefined ? cut : cut.replace(changed[0], changed[1]))
  },
}
