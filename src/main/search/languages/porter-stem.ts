/** Ending and what takes its place. */
type Change = readonly [ending: string, instead: string]

/** Changes by the last letter of their ending, longest endings first. */
function byLastLetter(changes: readonly Change[]): ReadonlyMap<number, readonly Change[]> {
  const sorted = changes.toSorted(([one], [other]) => other.length - one.length)
  return Map.groupBy(sorted, ([ending]) => ending.charCodeAt(ending.length - 1))
}

function changesOf(table: string): ReadonlyMap<number, readonly Change[]> {
  return byLastLetter(table.split(' ').map((entry) => entry.split('>') as [string, string]))
}

const STEP_2 = changesOf(
  'ational>ate tional>tion enci>ence anci>ance izer>ize bli>ble alli>al entli>ent eli>e ousli>ous ization>ize ation>ate ' +
    'ator>ate alism>al iveness>ive fulness>ful ousness>ous aliti>al iviti>ive biliti>ble logi>log',
)
const STEP_3 = changesOf('icate>ic ative> alize>al iciti>ic ical>ic ful> ness>')
const STEP_4 = changesOf(
  'al> ance> ence> er> ic> able> ible> ant> ement> ment> ent> ou> ism> ate> iti> ous> ive> ize> sion>s tion>t',
)

const VOWEL = /[aeiouy]/
const TWICE = /([^aeiouylsz])\1$/
/** Consonants, a vowel, and a consonant that can follow a short one: `hop`, `fil`. */
const SHORT = /^[^aeiouy]+[aeiouy][^aeiouwxy]$/

function isVowel(letter: number): boolean {
  return letter === 97 || letter === 101 || letter === 105 || letter === 111 || letter === 117
}

/** y is a vowel after a consonant and a consonant after a vowel. */
const Y = 121

/** Porter's measure: how often vowels are followed by consonants in the first `length` letters. */
function measure(word: string, length: number): number {
  let at = 0
  const skipConsonants = (): void => {
    while (at < length && !isVowel(word.charCodeAt(at)) && word.charCodeAt(at) !== Y) at++
  }
  skipConsonants()
  for (let count = 0; ; count++) {
    at++
    while (at < length && isVowel(word.charCodeAt(at))) at++
    if (at >= length) return count
    at++
    skipConsonants()
  }
}

/** Changes the longest ending that fits, if what stands before it measures more than `least`. */
function change(word: string, table: ReadonlyMap<number, readonly Change[]>, least: number): string {
  const changes = table.get(word.charCodeAt(word.length - 1))
  const found = changes?.find(([ending]) => word.length > ending.length && word.endsWith(ending))
  if (found === undefined) return word
  const [ending, instead] = found
  const kept = word.length - ending.length
  // Of `sion` and `tion` the first letter stays, and counts.
  const counted = instead.length === 1 && ending.endsWith('ion') ? kept + 1 : kept
  return measure(word, counted) > least ? word.slice(0, kept) + instead : word
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s')) return word
  if ((word.endsWith('sses') && word.length > 4) || (word.endsWith('ies') && word.length > 3)) return word.slice(0, -2)
  return word.endsWith('ss') ? word : word.slice(0, -1)
}

function withoutPast(word: string): string {
  if (word.endsWith('eed') && word.length > 3) return measure(word, word.length - 3) > 0 ? word.slice(0, -1) : word
  const ending = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0
  const stem = word.slice(0, word.length - ending)
  if (ending === 0 || !VOWEL.test(stem)) return word
  if (stem.endsWith('at') || stem.endsWith('bl') || stem.endsWith('iz')) return `${stem}e`
  if (TWICE.test(stem)) return stem.slice(0, -1)
  return SHORT.test(stem) ? `${stem}e` : stem
}

function withI(word: string): string {
  const isAfterConsonant = word.endsWith('y') && word.length > 2 && !isVowel(word.charCodeAt(word.length - 2))
  return isAfterConsonant ? `${word.slice(0, -1)}i` : word
}

function withoutE(word: string): string {
  if (!word.endsWith('e')) return word
  const stem = word.slice(0, -1)
  const size = measure(stem, stem.length)
  return size > 1 || (size === 1 && !SHORT.test(stem)) ? stem : word
}

/**
 * Porter's stem of a word of a–z (M. F. Porter, An algorithm for suffix stripping, 1980), the same that lunr gives: lunr
 * looks at each word with some thirty regular expressions, which was a fifth of building an index.
 */
export function porterStem(word: string): string {
  if (word.length < 3) return word
  // A first y is a consonant; as a capital it is one to all rules.
  const isY = word.startsWith('y')
  const began = withI(withoutPast(withoutPlural(isY ? `Y${word.slice(1)}` : word)))
  const ended = withoutE(change(change(change(began, STEP_2, 0), STEP_3, 0), STEP_4, 1))
  const stem = ended.endsWith('ll') && measure(ended, ended.length) > 1 ? ended.slice(0, -1) : ended
  return isY ? `y${stem.slice(1)}` : stem
}
