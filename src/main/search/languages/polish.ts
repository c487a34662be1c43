import { cutEnding, endingsOf } from './cut-ending.ts'
import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'

const POLISH = /^[a-ząćęłńóśźż]+$/
/** Endings of nouns and adjectives, then of verbs; the longest that leaves three letters is cut. */
const ENDINGS = endingsOf(
  'owi ami ach ów om em ie ię ią a ą ę e i o u y iem iach iami ej ego emu ich ym im ymi imi ych iego iemu iej ' +
    'ość ości ością nie nia niu niem niach ania aniu aniem enia eniu eniem ' +
    'ać eć ić yć ał ała ało ali ały ił iła iło ili iły ył yła yli yły ują uje uję ować ował owała owali owany owana owane ' +
    'any ana ane ani ony ona one eni em esz emy ecie am asz amy acie isz imy icie ysz ymy ycie',
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

/** Polish: light rules of our own, for lunr-languages leaves most cases alone; marks are stripped after them. */
export const polish: LanguagePack = {
  language: 'pl',
  stem: (word) => {
    if (!POLISH.test(word)) return foldLetters(word)
    const cut = cutEnding(word, ENDINGS, 3)
    const soft = cut.length >= 3 ? SOFTENED.find(([ending]) => ending.test(cut)) : undefined
    return foldLetters(soft === undefined ? cut : cut.replace(soft[0], soft[1]))
  },
}
