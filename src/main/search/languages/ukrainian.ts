import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'

const UKRAINIAN = /^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюяʼ]+$/
const FIRST_VOWEL = /^[^аеєиіїоуюя]*[аеєиіїоуюя]/
const REFLEXIVE = /(?:ся|сь)$/

/** Of nouns and adjectives. */
const CASES = byLength(
  'ими ій ий а е ова ове ів є їй єє еє я ім ем им їм іх ою йми іми у ю ого ому ої ам ями ами ях ах ові еві єві ям ею єю ї и і ' +
    'о ом ем єм ь ьо ія ії ію ією іями іях іям тя тю',
)
/** Of adjectives, behind what makes participles and comparatives. */
const DECLENSION = 'ий а е ого ому им ою ої у і ій ім их ими'.split(' ')
const NOUN_OF_VERB = ['ання', 'ення', 'іння', 'яння'].flatMap((noun) => {
  const stem = noun.slice(0, -1)
  return [noun, `${noun}м`, `${noun}х`, `${noun}ми`, `${stem}і`, `${stem}ю`]
})
const VERBS = byLength(
  'ати яти ити іти ути ала ало али ив ила ило или ів іла іло іли ло ав яв ять ить уть ють ать єть еш єш иш їш емо ємо имо їмо ете єте ' +
    'ите їте їть ти ує ують уємо уєте уєш увати ювати ював ував увала увало ували уючи ючи',
)
/** Nouns and participles of verbs, and comparatives: four letters must be left. */
const DERIVED = byLength(
  [
    'ань ень увань ування уванню уванням уванні ано ено овано уваний увана уване увані уваних',
    ...NOUN_OF_VERB,
    ...['ан', 'ен', 'іш', 'ован'].flatMap((participle) => DECLENSION.map((ending) => participle + ending)),
  ].join(' '),
)
const QUALITY = /(?:ість|ост)$/

function byLength(endings: string): readonly string[] {
  return [...new Set(endings.split(' '))].sort((left, right) => right.length - left.length)
}

function cut(word: string, endings: readonly string[], least: number): string {
  const ending = endings.find((candidate) => word.length - candidate.length >= least && word.endsWith(candidate))
  return ending === undefined ? word : word.slice(0, word.length - ending.length)
}

/** Cuts one ending, never the first vowel. */
function cutOne(word: string, region: number): string {
  const least = Math.max(region, 3)
  const [derived, verb] = [cut(word, DERIVED, Math.max(region, 4)), cut(word, VERBS, least)]
  if (derived.length < word.length || verb.length < word.length) return derived.length < verb.length ? derived : verb
  return cut(word, CASES, least)
}

function stemUkrainian(word: string): string {
  const region = FIRST_VOWEL.exec(word)?.[0].length ?? word.length
  const plain = word.length > 5 ? word.replace(REFLEXIVE, '') : word
  // Twice: програми becomes програм first, which alone ends like a dative.
  const stem = cutOne(cutOne(plain, region), region).replace(QUALITY, 'іст').replace(/ь$/, '')
  return stem.endsWith('нн') ? stem.slice(0, -1) : stem
}

/**
 * Ukrainian: no Snowball stemmer exists, so a light one of our own that cuts inflections after the first vowel, in
 * the manner of Snowball's Russian. ґ stays apart from г, й and ї stay letters, the apostrophe (мʼята) stays inside.
 */
export const ukrainian: LanguagePack = {
  language: 'uk',
  stem: (word) => {
    const folded = foldLetters(word)
    return UKRAINIAN.test(folded) ? stemUkrainian(folded) : folded
  },
}
