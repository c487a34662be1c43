import { foldLetters, type FoldedLetters } from './fold-letters.ts'

/** How well a text fits what was typed; more is better. Marks are UTF-16 code units of the text. */
export interface WordMatch {
  readonly score: number
  readonly marks: readonly (readonly [start: number, end: number])[]
}

const AT_START = 40
const AT_WORD = 30
const WITHIN = 15
const SCATTERED = 5
/** Letters in their order but apart are a match only when few enough stand between them. */
const WIDEST_SCATTER = 3

/**
 * Matches every word typed, in any order, wherever it stands: best at the beginning of a word, else inside one, else
 * as letters in their order ("gtl" finds "Go to Library"). Accents and case do not matter. Null when a word is missing.
 */
export function matchWords(typed: string, text: string): WordMatch | null {
  const folded = foldLetters(text)
  const marks: (readonly [number, number])[] = []
  let score = 0
  for (const word of foldLetters(typed).letters.split(/\s+/)) {
    if (word === '') continue
    const found = matchWord(word, folded)
    if (found === null) return null
    score += found.score
    marks.push(...found.marks)
  }
  // Of texts that fit alike the shorter one is more likely meant.
  return { score: score - text.length / 100, marks: [...marks].sort((one, other) => one[0] - other[0]) }
}

function matchWord(word: string, folded: FoldedLetters): WordMatch | null {
  const at = bestPlace(word, folded.letters)
  if (at === -1) return matchScattered(word, folded)
  const score = at === 0 ? AT_START : beginsWord(folded.letters, at) ? AT_WORD : WITHIN
  return { score: score + word.length, marks: [[startOf(folded, at), endOf(folded, at + word.length - 1)]] }
}

function bestPlace(word: string, letters: string): number {
  for (let at = letters.indexOf(word); at !== -1; at = letters.indexOf(word, at + 1)) {
    if (beginsWord(letters, at)) return at
  }
  return letters.indexOf(word)
}

/** Every letter either goes on from the last one or begins a word. */
function matchScattered(word: string, folded: FoldedLetters): WordMatch | null {
  const { letters } = folded
  const places: number[] = []
  for (let at = 0, from = 0; at < word.length; at++) {
    const place = nextPlace(letters, word.charAt(at), from)
    if (place === -1) return null
    places.push(place)
    from = place + 1
  }
  const jumps = places.filter((place, index) => index > 0 && place !== (places[index - 1] ?? 0) + 1).length
  if (word.length < 2 || jumps > WIDEST_SCATTER) return null
  return { score: SCATTERED + word.length - jumps, marks: places.map((at) => [startOf(folded, at), endOf(folded, at)]) }
}

function nextPlace(letters: string, letter: string, from: number): number {
  if (from > 0 && letters.charAt(from) === letter) return from
  for (let at = letters.indexOf(letter, from); at !== -1; at = letters.indexOf(letter, at + 1)) {
    if (beginsWord(letters, at)) return at
  }
  return -1
}

function beginsWord(letters: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(letters.charAt(at - 1))
}

function startOf({ starts }: FoldedLetters, at: number): number {
  return starts[at] ?? 0
}

function endOf({ ends }: FoldedLetters, at: number): number {
  return ends[at] ?? 0
}
