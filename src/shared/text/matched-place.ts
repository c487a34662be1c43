import { unfoldRange } from './fold-text.ts'
import type { PreparedText } from './prepare-text.ts'
import { splitsSurrogatePair } from './surrogate-pair.ts'
import type { TextRange } from './text-range.ts'
import { isSpoken } from './word-index.ts'

/** Which words of a passage and its context were found where in a text. */
export interface WordMatches {
  readonly keys: readonly string[]
  /** Place of each word in the text, -1 for none; rising. */
  readonly places: ArrayLike<number>
  /** How alike each matched word is to what stands there, 1 = the same. */
  readonly likeness: ArrayLike<number>
  readonly weights: ArrayLike<number>
  /** First and last word of the passage itself. */
  readonly first: number
  readonly last: number
  readonly cutBefore: number
  readonly cutAfter: number
}

/** Where the passage lies by its words, and how well they fit. Shares are weighted, 0 to 1; -1: nothing to compare. */
export interface MatchedPlace extends TextRange {
  /** Of the passage's words, how much is there. */
  readonly found: number
  /** The same counting every word and mark alike. */
  readonly kept: number
  /** Of its different words (marks left out), how many are there: what a fixed form repeats counts once. */
  readonly told: number
  /** Of the words there, how many are the passage's. */
  readonly pure: number
  /** Of the context, how much is there, and the words between it and the passage (-1: its nearest word is not there). */
  readonly before: number
  readonly after: number
  readonly gapBefore: number
  readonly gapAfter: number
  /** The stretch as places of words in the text. */
  readonly fromWord: number
  readonly toWord: number
}

/**
 * Least share of a passage's different words (`told`) for a place to be it: with fewer it is another entry of the same
 * form (`<name>…</name>`).
 */
export const LEAST_TOLD = 0.4
/** What a word that is not the passage's costs when the densest part of scattered matches is taken. */
const PRICE_OF_STRANGE_WORD = 0.1

/** The place of a passage whose words were matched; undefined when none of its own words was, or it has no way back. */
export function matchedPlace(text: PreparedText, matches: WordMatches): MatchedPlace | undefined {
  const core = densestRun(matches)
  if (core === undefined) return undefined
  const { places, first, last } = matches
  const index = text.words()
  const fromWord = reachBack(matches, core)
  const toWord = reachOn(matches, core, index.ids.length)
  const whole = (word: number, at: number, edge: number): boolean =>
    word === edge && matches.likeness[word] === 1 && places[word] === at
  const start = (index.starts[fromWord] ?? 0) + (whole(first, fromWord, core.from) ? matches.cutBefore : 0)
  const end = (index.ends[toWord] ?? 0) - (whole(last, toWord, core.to) ? matches.cutAfter : 0)
  const range = unfoldRange(text.folded(), { start, end })
  if (range === undefined || range.start >= range.end) return undefined
  if (splitsSurrogatePair(text.text, range.start) || splitsSurrogatePair(text.text, range.end)) return undefined
  const span = (places[core.to] ?? 0) - (places[core.from] ?? 0) + 1
  return {
    ...range,
    found: shareFound(matches, first, last, core),
    told: shareTold(matches, core),
    kept: core.hits / (last - first + 1),
    pure: core.hits / span,
    before: shareFound(matches, 0, first - 1),
    after: shareFound(matches, last + 1, places.length - 1),
    gapBefore: gap(places[first - 1], fromWord, -1),
    gapAfter: gap(places[last + 1], toWord, 1),
    fromWord,
    toWord,
  }
}

/** Words of the passage between which its matches lie densest. */
interface Core {
  readonly from: number
  readonly to: number
  readonly hits: number
}

/** The run of matches with the most weight less what strange words between them cost (Kadane's algorithm). */
function densestRun({ places, likeness, weights, first, last }: WordMatches): Core | undefined {
  let best: (Core & { readonly worth: number }) | undefined
  let run: (Core & { readonly worth: number }) | undefined
  let lastPlace = -1
  for (let word = first; word <= last; word++) {
    const place = places[word] ?? -1
    if (place < 0) continue
    const worth = (weights[word] ?? 0) * (likeness[word] ?? 0)
    const kept = run === undefined ? -1 : run.worth - PRICE_OF_STRANGE_WORD * (place - lastPlace - 1)
    run =
      run === undefined || kept <= 0
        ? { from: word, to: word, hits: 1, worth }
        : { from: run.from, to: word, hits: run.hits + 1, worth: kept + worth }
    if (best === undefined || run.worth > best.worth) best = run
    lastPlace = place
  }
  return best
}

/** Where the passage begins when its first words were changed: after its context, else as many words earlier. */
function reachBack({ places, first }: WordMatches, core: Core): number {
  const at = places[core.from] ?? 0
  const missing = core.from - first
  if (missing === 0) return at
  const near = places[first - 1] ?? -1
  if (near >= 0 && at - near - 1 <= missing * 2 + 3) return Math.min(at, near + 1)
  return Math.max(0, at - missing, lastMatch(places, first - 1) + 1)
}

function reachOn({ places, last }: WordMatches, core: Core, count: number): number {
  const at = places[core.to] ?? 0
  const missing = last - core.to
  if (missing === 0) return at
  const near = places[last + 1] ?? -1
  if (near >= 0 && near - at - 1 <= missing * 2 + 3) return Math.max(at, near - 1)
  const next = firstMatch(places, last + 1)
  return Math.min(count - 1, at + missing, next < 0 ? count - 1 : next - 1)
}

function lastMatch(places: ArrayLike<number>, from: number): number {
  for (let word = from; word >= 0; word--) if ((places[word] ?? -1) >= 0) return places[word] ?? -1
  return -1
}

function firstMatch(places: ArrayLike<number>, from: number): number {
  for (let word = from; word < places.length; word++) if ((places[word] ?? -1) >= 0) return places[word] ?? -1
  return -1
}

function gap(contextPlace: number | undefined, edge: number, direction: 1 | -1): number {
  return contextPlace === undefined || contextPlace < 0 ? -1 : (contextPlace - edge) * direction - 1
}

/** Weighted share of the words `from` to `to` that were found; of the passage only those of its core count. */
function shareFound({ places, likeness, weights }: WordMatches, from: number, to: number, core?: Core): number {
  let wanted = 0
  let there = 0
  for (let word = from; word <= to; word++) {
    const weight = weights[word] ?? 0
    wanted += weight
    const counts = core === undefined || (word >= core.from && word <= core.to)
    if (counts && (places[word] ?? -1) >= 0) there += weight * (likeness[word] ?? 0)
  }
  return wanted === 0 ? -1 : there / wanted
}

function shareTold({ keys, places, first, last }: WordMatches, core: Core): number {
  const wanted = new Set(keys.slice(first, last + 1).filter(isSpoken))
  const inCore = keys.slice(core.from, core.to + 1).filter((_, word) => (places[core.from + word] ?? -1) >= 0)
  const there = new Set(inCore.filter(isSpoken))
  return wanted.size === 0 ? 1 : there.size / wanted.size
}
