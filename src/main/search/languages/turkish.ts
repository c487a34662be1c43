import plugin from 'lunr-languages/lunr.tr.js'
import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'
import { stemmerOf } from './lunr-stemmers.ts'

const stemmer = stemmerOf(plugin, 'tr')
const TURKISH = /^[a-zçğıöşüâîû]+$/
/** Endings of names stand behind an apostrophe: İstanbulʼda. */
const NAME_ENDING = /(?<=..)ʼ.*$/
/** What Snowball leaves of a possessive after a vowel (ülkesi, ülkes); words in s lose it in all their forms (nefes, nefesi). */
const POSSESSIVE = /(?<=..[aeıioöuü])s$/
/** A consonant is doubled before an ending only: hakkında, hak. */
const DOUBLED = /(?<=.[aeıioöuü])([bcdfgklmnprstz])\1$/
/** Letters of a word that is not cut again. */
const SHORT = 3

/** Never leaves a single letter: ada is not a. */
function cut(word: string): string {
  const stem = stemmer(word)
  return stem.length < 2 ? word : stem
}

/** Roots that lose their last vowel before an ending: şehir, şehri. (Not resim: resmi is official.) */
const ROOTS = (
  'şehir isim oğul nehir akıl fikir beyin nesil vakit şekil hüküm zihin izin emir ilim ağız boyun burun karın metin cisim ' +
  'kısım ömür sabır hacim asır devir seyir tavır nakil'
).split(' ')
const SHORTENED: ReadonlyMap<string, string> = new Map(
  ROOTS.flatMap((root) => {
    const short = root.slice(0, -2) + root.slice(-1)
    return [short, ...Array.from('ıiuü', (vowel) => short + vowel)].map((form) => [form, root] as const)
  }),
)

/**
 * Turkish: endings of names off, then Snowball, then the marks. The dotless ı is folded to i only after the stemmer,
 * which needs it for vowel harmony; since texts are lowered without Turkish rules (I becomes i), IŞIK then still meets ışık.
 */
export const turkish: LanguagePack = {
  language: 'tr',
  stem: (word) => {
    const plain = word.replace(NAME_ENDING, '')
    if (!TURKISH.test(plain)) return foldLetters(plain)
    // Twice: what the first pass leaves of a plural (takımlar, takım) it would cut further if it stood alone (tak).
    const stem = cut(cut(plain))
    const bare = stem.replace(POSSESSIVE, '')
    const root = (bare !== stem && bare.length > SHORT ? cut(bare) : bare).replace(DOUBLED, '$1')
    return foldLetters(SHORTENED.get(root) ?? root)
  },
}
