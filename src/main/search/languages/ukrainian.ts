import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'

const UKRAINIAN = /^[абвгґдеєжзиіїйклмнопрстуфхцчшщьюяʼ]+$/
const FIRST_VOWEL = /^[^аеєиіїоуюя]*[аеєиіїоуюя]/
const REFLEXIVE = /(?:ся|сь)$/

/** Endings of adjectives and participles, nouns and verbs; within each list the longest that fits is cut. */
const ENDINGS = byLength(
  'ими ій ий а е ова ове ів є їй єє еє я ім ем им ім их іх ою йми іми у ю ого ому ої ої іший ішого ' +
    'ам ями ами ях ах ові еві єві ям ею єю ї и і о ом ем єм ь ьо ею ія ії ію ієї ією іями іях іям ' +
    'ння нню нням ннях тя тю ' +
    'ати яти ити іти ути ала ало али ив ила или ило ів іла іли ло ав яв ала ять ить уть ють ать єть еш єш иш їш ' +
    'емо ємо имо їмо ете єте ите їте їть ав ла ли ти ять ує ують уємо уєте уєш увати ував увала ували ування уванню уванням уванні',
)
const DERIVED = /(?:ість|ост)$/

function byLength(endings: string): readonly string[] {
  return [...new Set(endings.split(' '))].sort((left, right) => right.length - left.length)
}

/** Cuts the longest ending that leaves the first vowel and at least three letters. */
function cutEnding(word: string, region: number): string {
  const least = Math.max(region, 3)
  const ending = ENDINGS.find((candidate) => word.length - candidate.length >= least && word.endsWith(candidate))
  return ending === undefined ? word : word.slice(0, word.length - ending.length)
}

function stemUkrainian(word: string): string {
  const region = FIRST_VOWEL.exec(word)?.[0].length ?? word.length
  const plain = word.length > 5 ? word.replace(REFLEXIVE, '') : word
  const stem = cutEnding(plain, region).replace(DERIVED, 'іст').replace(/ь$/, '')
  return stem.endsWith('нн') ? stem.slice(0, -1) : stem
}

/**
 * Ukrainian: no Snowball stemmer exists, so a light one of our own that cuts one inflection after the first vowel, in
 * the manner of Snowball's Russian. ґ stays apart from г, й and ї stay letters, the apostrophe (мʼята) stays inside.
 */
export const ukrainian: LanguagePack = {
  language: 'uk',
  stem: (word) => {
    const folded = foldLetters(word)
    return UKRAINIAN.test(folded) ? stemUkrainian(folded) : folded
  },
}
