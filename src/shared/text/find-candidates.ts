import { alignWords } from './align-words.ts'
import type { AnchorRequest } from './anchor-request.ts'
import { matchWords } from './match-words.ts'
import { matchedPlace, type MatchedPlace } from './matched-place.ts'
import type { PreparedText } from './prepare-text.ts'
import type { QuotePattern } from './quote-pattern.ts'
import type { WordIndex } from './word-index.ts'
import { wordAt } from './words-within.ts'

/** What was found in one stretch of the text: a place, or only the quote's context with nothing of it between. */
export interface Candidate {
  readonly place: MatchedPlace | undefined
  /** Both sides of the context touch here: the quote was taken out from between them. */
  readonly closed: boolean
}

/** Stretches of the text that are looked at closely. */
const MOST_STRETCHES = 8
/** Most cells of all alignments together: bounds the time for a long quote, whose words decide without many tries. */
const MOST_CELLS = 600_000
/** Places of words that are counted, the rarest words first: bounds the time where a quote has only common words. */
const MOST_VOTES = 2000
/** What the place where the quote stood counts, beside a rare word's 1. */
const VOTE_OF_HINT = 0.3

/**
 * Places where a quote may stand though its words changed. Every word votes for where the quote would begin, were it
 * that word; stretches with the most votes are aligned word by word.
 */
export function findCandidates(request: AnchorRequest, pattern: QuotePattern): readonly Candidate[] {
  const { text } = request
  const index = text.words()
  const size = pattern.words.length
  const width = Math.max(6, Math.ceil(size / 3))
  const margin = width + 12
  const affordable = Math.max(1, Math.floor(MOST_CELLS / (size * (size + 2 * margin + width))))
  const stretches = bestStretches(countVotes(request, pattern, width), Math.min(MOST_STRETCHES, affordable))
  return stretches.flatMap((stretch, rank) => {
    const from = Math.max(0, stretch * width - margin)
    const to = Math.min(index.ids.length, stretch * width + width + size + margin)
    const found = candidateWithin(text, pattern, { from, to })
    const place = found[0]?.place
    if (rank > 0 || place === undefined) return found
    // A twin beside the likeliest place must be seen: without a rival it would pass for certain.
    const beside = [
      { from, to: place.fromWord },
      { from: place.toWord + 1, to },
    ]
    return [...found, ...beside.flatMap((part) => candidateWithin(text, pattern, part))]
  })
}

function candidateWithin(
  text: PreparedText,
  pattern: QuotePattern,
  { from, to }: { readonly from: number; readonly to: number },
): readonly Candidate[] {
  if (from >= to) return []
  const index = text.words()
  const isLong = pattern.words.length * (to - from) > MOST_CELLS
  const { places, likeness } = isLong ? matchLong(pattern, index, from, to) : alignWords(pattern, index, { from, to })
  const place = matchedPlace(text, { ...pattern, places, likeness })
  const closed = isClosed(pattern, places, likeness)
  return place === undefined && !closed ? [] : [{ place, closed }]
}

/** A quote of pages is compared as two texts are, in time that does not grow by the square. */
function matchLong(
  { ids }: QuotePattern,
  index: WordIndex,
  from: number,
  to: number,
): { readonly places: Int32Array; readonly likeness: Float64Array } {
  const places = matchWords(ids, index.ids.subarray(from, to)).map((place) => (place < 0 ? -1 : place + from))
  return { places, likeness: Float64Array.from(places, (place) => (place < 0 ? 0 : 1)) }
}

function countVotes({ text, hint }: AnchorRequest, pattern: QuotePattern, width: number): ReadonlyMap<number, number> {
  const votes = new Map<number, number>()
  const vote = (begin: number, weight: number): void => {
    const stretch = Math.floor(begin / width)
    votes.set(stretch, (votes.get(stretch) ?? 0) + weight)
  }
  const index = text.words()
  let left = MOST_VOTES
  const rarestFirst = pattern.keys
    .map((_, word) => word)
    .sort((a, b) => (pattern.counts[a] ?? 0) - (pattern.counts[b] ?? 0))
  for (const word of rarestFirst) {
    const count = pattern.counts[word] ?? 0
    if (count === 0) continue
    left -= count
    if (left < 0) break
    const weight = (pattern.weights[word] ?? 0) / Math.sqrt(count)
    for (const place of index.placesOf(pattern.ids[word] ?? 0)) vote(place - word, weight)
  }
  if (hint !== undefined) {
    const scale = text.folded().text.length / Math.max(1, text.text.length)
    const fromEnd = text.text.length - (hint.textLength - hint.start)
    for (const offset of [hint.start, fromEnd]) vote(wordAt(index, offset * scale) - pattern.first, VOTE_OF_HINT)
  }
  return votes
}

/** Stretches with the most votes, their neighbours' counted in; no two that touch. */
function bestStretches(votes: ReadonlyMap<number, number>, most: number): readonly number[] {
  const sums = Array.from(votes, ([stretch, own]) => ({
    stretch,
    sum: own + 0.8 * Math.max(votes.get(stretch - 1) ?? 0, votes.get(stretch + 1) ?? 0),
  })).sort((a, b) => b.sum - a.sum)
  const chosen: number[] = []
  for (const { stretch } of sums) {
    if (chosen.length >= most) break
    if (chosen.every((other) => Math.abs(other - stretch) > 1)) chosen.push(stretch)
  }
  return chosen
}

function isClosed({ first, last, weights }: QuotePattern, places: Int32Array, likeness: Float64Array): boolean {
  if (places.subarray(first, last + 1).some((place) => place >= 0)) return false
  const before = places[first - 1] ?? -1
  const after = places[last + 1] ?? -1
  if (before < 0 || after < 0 || after - before > 3) return false
  return share(weights, likeness, 0, first) > 0.6 && share(weights, likeness, last + 1, weights.length) > 0.6
}

function share(weights: Float64Array, likeness: Float64Array, from: number, to: number): number {
  let [wanted, there] = [0, 0]
  for (let word = from; word < to; word++) {
    wanted += weights[word] ?? 0
    there += (weights[word] ?? 0) * (likeness[word] ?? 0)
  }
  return wanted === 0 ? 0 : there / wanted
}
