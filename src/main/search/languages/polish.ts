import { cutEnding, endingsOf } from './cut-ending.ts'
import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'

const POLISH = /^[a-ząćęłńóśźż]+$/
/** Of nouns and adjectives. */
const CASES = endingsOf(
  'owi ami ach ów om em ie ię ią a ą ę e i o u y iem iach iami iom ej ego emu ich ym im ymi imi ych iego iemu iej',
)
/** Of adjectives, behind what makes participles. */
const DECLENSION = 'y a e i ego emu ej ą ych ym ymi o'.split(' ')
const VERBS = endingsOf(
  'ać eć ić yć ować ał ała ało ali ały ił iła iło ili iły ył yła yło yli yły ował owała owało owali owały ują uje uję ując asz amy ' +
    'acie isz imy icie ysz ymy ycie esz emy ecie',
)
/** Nouns and participles of verbs, and qualities: four letters must be left (`strona` is not str, `ekranie` not ekr). */
const DERIVED = endingsOf(
  [
    'ość ości ością anie ania aniu aniem aniami aniach aniom ań enie enia eniu eniem eniami eniach eniom eń owanie owania',
    'owaniu owaniem owaniami owaniach owań eni ający ająca ające ającego ających',
    ...['an', 'on', 'en', 'owan'].flatMap((participle) => DECLENSION.map((ending) => participle + ending)),
  ].join(' '),
)
/** Consonants that an ending softens, with what they are without it: ręce, ręka; nodze, noga. */
const SOFTENED: readonly (readonly [RegExp, string])[] = [
  [/(?:ć|ci)$/, 't'],
  [/(?:dź|dzi)$/, 'd'],
  [/(?:ś|si)$/, 's'],
  [/(?:ź|zi)$/, 'z'],
  [/(?:ń|ni)$/, 'n'],
  [/dz$/, 'g'],
  [/c$/, 'k'],
  [/i$/, ''],
]

/** Where the i of the ending belongs to the consonant: dokumencie, dokument; narodzie, naród. */
const SOFT_LOCATIVE = /(?<=...)(?:cie|dzie)$/

function harden(word: string): string {
  const soft = word.length >= 3 ? SOFTENED.find(([ending]) => ending.test(word)) : undefined
  return soft === undefined ? word : word.replace(soft[0], soft[1])
}

function cutOne(word: string, least: number): string {
  const [derived, verb] = [cutEnding(word, DERIVED, 4), cutEnding(word, VERBS, least)]
  if (derived.length < word.length || verb.length < word.length) return derived.length < verb.length ? derived : verb
  return cutEnding(word, CASES, least)
}

/**
 * Polish: light rules of our own, for lunr-languages leaves most cases alone; marks are stripped after them. Twice, as `system` ends
 * like an instrumental: `systemu` becomes system first.
 */
export const polish: LanguagePack = {
  language: 'pl',
  stem: (word) => {
    if (!POLISH.test(word)) return foldLetters(word)
    const plain = word.replace(SOFT_LOCATIVE, (ending) => (ending === 'cie' ? 't' : 'd'))
    return foldLetters(harden(cutOne(harden(cutOne(plain, 3)), 4)))
  },
}
