import { foldLetters } from './fold-letters.ts'
import type { LanguagePack } from './language-pack.ts'

const TURKISH = /^[a-zçğıöşüâîû]+$/
/** Endings of names stand behind an apostrophe: İstanbulʼda. */
const NAME_ENDING = /(?<=..)ʼ.*$/

/**
 * Endings by the letters that must be left of a word, as vowel harmony writes them once marks are folded: A is a or e, I is i or u, D is
 * d or t, K is k or ğ. Nouns: plural, possessive, case; verbs: participles, tenses, persons, the passive. Single letters are
 * no endings but for vowels, nor is what makes other words (-lı, -lık, -cı): those cost more than they found.
 */
const ENDINGS: readonly (readonly [least: number, written: string])[] = [
  [
    2,
    'lAr lArI lArA lArDA lArDAn lArn lArlA lArDAkI lArInI lArInA lArInDA lArInDAn lArInIn lArIylA lArInDAkI lArIm lArImI ' +
      'lArImA lArImDA lArImDAn lArImIn lArImlA lArIn lArImIz lArImIzI lArImIzA lArImIzDA lArImIzDAn lArImIzIn lArInIz ' +
      'lArInIzI lArInIzA lArInIzDA lArInIzDAn lArInIzIn mAk mAktA mAktAdIr mAsI mAsInI mAsInA mAsInDA mAsInIn DI DIK DIKI mIS mIStIr',
  ],
  [
    3,
    'sInI sInA sInDA sInDAn sInIn sIylA sInDAkI sIncA InI InA InDA InDAn InIn IylA InDAkI IncA nDA DAn DA nIn yA yI ylA ' +
      'DAkI sI I ImIz InIz yDI DIr Arken Irken mA mAyA mAyI mAdAn DIKlArI DIKInI DIKInDA DIKInIz AcAK yAcAK AcAKI AcAKInI yAn ' +
      'ArAk yArAk yIp yIncA Iyor IyordI yor DIlAr mAz mAlI mAlIdIr AbIl yAbIl AbIlIr yAbIlIr sAnIz IrsAnIz',
  ],
  [4, 's In A lA mIz nIz ncA Ip Ir Ar sInIz yIn Il IlmA DIrIl'],
  [5, 'Im r An lAn lAS lAStIr lAntI'],
]
/** G is ğ and S ş while endings are cut, which g and s are not. */
const VARIANTS: Readonly<Record<string, string>> = { A: 'ae', I: 'iu', D: 'dt', K: 'kG' }
const VOWEL = /[aeiou]/
const LAST_VOWEL = /[aeiou](?=[^aeiou]*$)/
const VOICELESS_LAST = /[pctkfhsS]$/
/** Endings that stand behind a vowel only. */
const BUFFERED = /^(?:y(?!or)|n|mi?z|s[iu](?!niz))/
/** Endings that stand one behind the other in a word. */
const MOST_ENDINGS = 6

/** A consonant is doubled before an ending only: hakkında, hak. */
const DOUBLED = /(?<=.[aeiou])([bcdfgklmnprstz])\1$/
/** b, d and ğ at the end of a longer root were p, t and k before the ending: kitabı, kitap. */
const VOICED = /(?<=...)[bdG]$/
const VOICELESS: Readonly<Record<string, string>> = { b: 'p', d: 't', G: 'k' }

/** Roots that lose their last vowel before an ending: şehir, şehri. (Not resim: resmi is official.) */
const ROOTS = (
  'sehir isim ogul nehir akil fikir beyin nesil vakit sekil hukum zihin izin emir ilim agiz boyun burun karin metin cisim ' +
  'kisim omur sabir hacim asir devir seyir tavir nakil'
).split(' ')
const SHORTENED: ReadonlyMap<string, string> = new Map(ROOTS.map((root) => [root.slice(0, -2) + root.slice(-1), root]))

/** Letters that must be left by ending; made with the first Turkish word. */
let leastByEnding: ReadonlyMap<string, number> | undefined
let longest = 0

function spell(written: string): readonly string[] {
  return Array.from(written).reduce<readonly string[]>(
    (begun, letter) => begun.flatMap((one) => Array.from(VARIANTS[letter] ?? letter, (next) => one + next)),
    [''],
  )
}

function readEndings(): ReadonlyMap<string, number> {
  const spelt = ENDINGS.flatMap(([least, written]) =>
    written.split(' ').flatMap((one) => spell(one).map((ending) => [ending, least] as const)),
  )
  longest = Math.max(...spelt.map(([ending]) => ending.length))
  return new Map(spelt)
}

/**
 * Whether an ending may stand behind a stem: i behind a, e, i and u behind o, u; no a behind e; t behind voiceless consonants and d
 * behind others; two vowels never meet, but a y, n or s between them is part of the ending.
 */
function suits(stem: string, ending: string): boolean {
  const last = LAST_VOWEL.exec(stem)?.[0]
  const first = VOWEL.exec(ending)?.[0]
  if (last === undefined) return false
  if (first === 'i' ? 'ou'.includes(last) : first === 'u' ? 'aei'.includes(last) : first === 'a' && last === 'e')
    return false
  const isAfterVowel = stem.endsWith(last)
  if (VOWEL.test(ending.charAt(0))) return !isAfterVowel
  if (BUFFERED.test(ending)) return isAfterVowel
  if (ending.startsWith('t')) return VOICELESS_LAST.test(stem)
  return !ending.startsWith('d') || !VOICELESS_LAST.test(stem)
}

/** Cuts the longest ending that leaves enough; the word itself when there is none. */
function cutOne(word: string, endings: ReadonlyMap<string, number>): string {
  for (let length = Math.min(longest, word.length - 2); length > 0; length--) {
    const at = word.length - length
    const ending = word.slice(at)
    const least = endings.get(ending)
    if (least !== undefined && at >= least && suits(word.slice(0, at), ending)) return word.slice(0, at)
  }
  return word
}

function rootOf(folded: string): string {
  leastByEnding ??= readEndings()
  let root = folded
  for (let cut = 0; cut < MOST_ENDINGS; cut++) {
    const shorter = cutOne(root, leastByEnding)
    if (shorter === root) break
    root = shorter
  }
  const bare = root.replace(DOUBLED, '$1').replace(VOICED, (letter) => VOICELESS[letter] ?? letter)
  const plain = bare.toLowerCase()
  return SHORTENED.get(plain) ?? plain
}

/**
 * Turkish: endings of names off, marks folded (so that what is typed without them meets, and IŞIK, of which I becomes i, meets ışık), then
 * endings one after the other by our own rules. Why not Snowball: docs/decisions/word-forms.md.
 */
export const turkish: LanguagePack = {
  language: 'tr',
  stem: (word) => {
    const plain = word.replace(NAME_ENDING, '')
    return TURKISH.test(plain)
      ? rootOf(foldLetters(plain.replaceAll('ğ', 'G').replaceAll('ş', 'S')))
      : foldLetters(plain)
  },
}
