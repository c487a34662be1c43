import type { WordIndex } from './word-index.ts'

/** A run of words to be found: their keys, what each weighs, and the number each has in the text (-1: not there). */
export interface AlignedPattern {
  readonly keys: readonly string[]
  readonly ids: Int32Array
  readonly weights: Float64Array
}

/** The stretch of an indexed text that is looked at, as places of words, half-open. */
export interface WordStretch {
  readonly from: number
  readonly to: number
}

/** For each word of the pattern the place it is found at, -1 for none; how alike both are (1 the same); the sum. */
export interface Alignment {
  readonly places: Int32Array
  readonly likeness: Float64Array
  readonly score: number
}

// Prices beside a matched word's weight (1 for a telling word): words put between cost little each, so that an inserted
// clause does not tear a passage apart, but a far-off twin of its last word is not reached.
const PRICE_OF_TEXT_WORD = 0.06
const PRICE_OF_PATTERN_WORD = 0.03

const STOP = 0
const MATCH = 1
const SKIP_TEXT = 2
const SKIP_PATTERN = 3

/**
 * Aligns a pattern with the best stretch of a text by dynamic programming over words (Smith and Waterman's local
 * alignment, with weights): words keep their order, words may be added, taken away or changed. Costs pattern × stretch.
 */
export function alignWords(pattern: AlignedPattern, text: WordIndex, stretch: WordStretch): Alignment {
  const rows = pattern.keys.length
  const columns = stretch.to - stretch.from
  const ids = text.ids.subarray(stretch.from, stretch.to)
  const moves = new Uint8Array((rows + 1) * (columns + 1))
  let above = new Float64Array(columns + 1)
  let here = new Float64Array(columns + 1)
  let best = { score: 0, row: 0, column: 0 }
  for (let row = 1; row <= rows; row++) {
    const worth = worthOfRow(pattern, row - 1, text, ids)
    const line = row * (columns + 1)
    for (let column = 1; column <= columns; column++) {
      const matched = worth[column - 1] ?? 0
      let score = 0
      let move = STOP
      if (matched > 0) {
        score = (above[column - 1] ?? 0) + matched
        move = MATCH
      }
      const skipsText = (here[column - 1] ?? 0) - PRICE_OF_TEXT_WORD
      if (skipsText > score) {
        score = skipsText
        move = SKIP_TEXT
      }
      const skipsPattern = (above[column] ?? 0) - PRICE_OF_PATTERN_WORD
      if (skipsPattern > score) {
        score = skipsPattern
        move = SKIP_PATTERN
      }
      here[column] = score
      moves[line + column] = move
      if (score > best.score) best = { score, row, column }
    }
    ;[above, here] = [here, above]
  }
  return walkBack({ pattern, text, stretch, moves }, best)
}

/** What a word of the pattern is worth at each place of the stretch: its weight by its likeness to what stands there. */
function worthOfRow(pattern: AlignedPattern, row: number, text: WordIndex, ids: Int32Array): Float64Array {
  const worth = new Float64Array(ids.length)
  const [id, weight, key] = [pattern.ids[row] ?? -1, pattern.weights[row] ?? 0, pattern.keys[row] ?? '']
  const [head, tail] = [key.charCodeAt(0), key.charCodeAt(key.length - 1)]
  const [least, most] = [(key.length * 2) / 3, (key.length * 3) / 2]
  for (let place = 0; place < ids.length; place++) {
    const other = ids[place] ?? 0
    if (other === id) worth[place] = weight
    else {
      const length = text.lengths[other] ?? 0
      if (length < least || length > most || Math.max(length, key.length) < SHORTEST_ALIKE) continue
      if (text.heads[other] !== head && text.tails[other] !== tail) continue
      worth[place] = weight * wordLikeness(key, text.keys[other] ?? '')
    }
  }
  return worth
}

interface Table {
  readonly pattern: AlignedPattern
  readonly text: WordIndex
  readonly stretch: WordStretch
  readonly moves: Uint8Array
}

function walkBack(
  { pattern, text, stretch, moves }: Table,
  best: { readonly score: number; readonly row: number; readonly column: number },
): Alignment {
  const width = stretch.to - stretch.from + 1
  const places = new Int32Array(pattern.keys.length).fill(-1)
  const likeness = new Float64Array(pattern.keys.length)
  let { row, column } = best
  for (;;) {
    const move = moves[row * width + column]
    if (move === undefined || move === STOP) break
    if (move === MATCH) {
      const place = stretch.from + column - 1
      const id = text.ids[place] ?? 0
      places[row - 1] = place
      likeness[row - 1] =
        pattern.ids[row - 1] === id ? 1 : wordLikeness(pattern.keys[row - 1] ?? '', text.keys[id] ?? '')
    }
    if (move !== SKIP_PATTERN) column--
    if (move !== SKIP_TEXT) row--
  }
  return { places, likeness, score: best.score }
}

/** Words shorter than this are the same or not. */
const SHORTEST_ALIKE = 4

/** How alike two different words are by their beginning and end: 0 below two thirds of the longer, else up to 0.8. */
export function wordLikeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length)
  const shorter = Math.min(a.length, b.length)
  if (longer < SHORTEST_ALIKE || shorter * 3 < longer * 2) return 0
  let head = 0
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head++
  let tail = 0
  while (tail < shorter - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++
  const same = (head + tail) / longer
  return same < 2 / 3 ? 0 : same * 0.8
}
