import type { Passage } from '../../shared/model/search.ts'

/** A hit in a text: range in UTF-16 units, and which term of the query it belongs to. */
export interface Hit {
  readonly start: number
  readonly end: number
  readonly term: string
}

const MOST_PASSAGES = 3
/** How far a passage reaches from its first hit when no sentence ends sooner, in UTF-16 units. */
const BEFORE = 120
const LONGEST = 280
/** Hits of one text that are looked at. */
export const MOST_HITS = 1000

const SENTENCE_END = /[.!?…]["'”’»)\]]*\s|[。！？｡]|\n/g

/** Sorted, merged where they touch or overlap: bigrams of one run become one mark. */
export function mergeHits(hits: readonly Hit[]): readonly Hit[] {
  const merged: Hit[] = []
  for (const hit of [...hits].sort((left, right) => left.start - right.start || right.end - left.end)) {
    const last = merged.at(-1)
    if (last === undefined || hit.start >= last.end) merged.push(hit)
    else if (hit.end > last.end) merged[merged.length - 1] = { ...last, end: hit.end }
  }
  return merged
}

interface Window {
  readonly start: number
  readonly end: number
  readonly hits: readonly Hit[]
}

function isMiddle(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return (unit >= 0xdc00 && unit <= 0xdfff) || /^[\p{L}\p{M}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1))
}

/** Start of the sentence of a hit, or of a word some way before it. */
function startBefore(text: string, hit: number): number {
  const least = Math.max(0, hit - BEFORE)
  let start = -1
  // matchAll goes on from where the last search of this expression ended.
  SENTENCE_END.lastIndex = 0
  for (const match of text.slice(least, hit).matchAll(SENTENCE_END)) start = least + match.index + match[0].length
  if (start >= 0) return start
  let at = least
  while (at > 0 && at < hit && isMiddle(text, at)) at++
  return at
}

/** End of the sentence after a hit, or of a word some way after the start. */
function endAfter(text: string, start: number, hitEnd: number): number {
  const most = Math.min(text.length, Math.max(start + LONGEST, hitEnd))
  SENTENCE_END.lastIndex = hitEnd
  const match = SENTENCE_END.exec(text)
  if (match !== null && match.index < most) return match.index + match[0].trimEnd().length
  let at = most
  while (at < text.length && at > hitEnd && isMiddle(text, at)) at--
  return at
}

function windowsOf(text: string, hits: readonly Hit[]): readonly Window[] {
  const windows: Window[] = []
  for (let at = 0; at < hits.length;) {
    const first = hits[at]
    if (first === undefined) break
    const start = Math.max(startBefore(text, first.start), windows.at(-1)?.end ?? 0)
    const end = endAfter(text, start, first.end)
    const inside = hits.slice(at).filter((hit) => hit.end <= end)
    windows.push({ start, end, hits: inside })
    at += Math.max(1, inside.length)
  }
  return windows
}

/** The windows that together show most of the query's terms: greedily, each valued by the terms still unseen. */
function bestWindows(windows: readonly Window[]): readonly Window[] {
  const seen = new Set<string>()
  const left = [...windows]
  const chosen: Window[] = []
  while (chosen.length < MOST_PASSAGES && left.length > 0) {
    const values = left.map(({ hits }) => {
      const terms = new Set(hits.map((hit) => hit.term))
      return 10 * [...terms].filter((term) => !seen.has(term)).length + terms.size
    })
    const at = values.indexOf(Math.max(...values))
    const [best] = left.splice(at, 1)
    if (best === undefined) break
    for (const hit of best.hits) seen.add(hit.term)
    chosen.push(best)
  }
  return chosen.sort((one, other) => one.start - other.start)
}

/** Sentences chosen to show, and how many there are to choose from. */
export interface ChosenPassages {
  readonly passages: readonly Passage[]
  readonly inAll: number
}

/** Up to three sentences from different places of the text, in its order, with the hits in them marked. */
export function choosePassages(text: string, hits: readonly Hit[]): ChosenPassages {
  const windows = windowsOf(text, mergeHits(hits))
  return { passages: bestWindows(windows).map((window) => passageOf(text, window)), inAll: windows.length }
}

/** Every sentence with hits, in the order of the text, up to `most`. */
export function allPassages(text: string, hits: readonly Hit[], most: number): readonly Passage[] {
  return windowsOf(text, mergeHits(hits))
    .slice(0, most)
    .map((window) => passageOf(text, window))
}

function passageOf(text: string, window: Window): Passage {
  const lead = text.slice(window.start, window.end).search(/\S/)
  const start = window.start + Math.min(Math.max(lead, 0), (window.hits[0]?.start ?? 0) - window.start)
  const passage = text.slice(start, window.end).trimEnd()
  const marks = window.hits.map((hit) => [hit.start - start, hit.end - start] as const)
  return { text: passage, marks, start }
}
