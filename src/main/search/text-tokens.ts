import { foldRun } from './fold-run.ts'
import type { IndexToken, WordTokens } from './index-token.ts'
import { normalize } from './normalize.ts'
import { unitsOf } from './run-units.ts'
import { scanStretches } from './scan-stretches.ts'

/** A token of a text at its place; half-open, UTF-16 units of the original text. */
export interface PlacedToken {
  readonly token: string
  readonly start: number
  readonly end: number
  /** End of the first character of a run's bigram (what a prefix of one character covers); of a word, its end. */
  readonly firstEnd: number
}

/** Normalised text, and where each of its units came from (`null`: the same place). */
interface AlignedText {
  readonly normal: string
  readonly origins: Uint32Array | null
}

/** A character with its marks, or jamo that compose to a syllable: what normalises independently of its neighbours. */
const CLUSTER = /(?:[\u1100-\u11ff]+|[\s\S])\p{M}*/gu

function align(text: string): AlignedText {
  const normal = normalize(text)
  if (normal.length === text.length && text.normalize('NFKC') === text) return { normal, origins: null }
  const pieces: string[] = []
  const origins: number[] = []
  for (const match of text.matchAll(CLUSTER)) {
    const piece = normalize(match[0])
    pieces.push(piece)
    for (let unit = 0; unit < piece.length; unit++) origins.push(match.index + Math.min(unit, match[0].length - 1))
  }
  origins.push(text.length)
  return { normal: pieces.join(''), origins: Uint32Array.from(origins) }
}

/** End in the original of what ends before unit `end` of the normal form: where the next unit begins. */
function originOf(aligned: AlignedText, at: number): number {
  return aligned.origins === null ? at : (aligned.origins[at] ?? at)
}

/**
 * The tokens of a text under one language's analysis, with their places, in the order in which the index numbers
 * them; only the wanted ones when that is said. Slower than the analysis proper: for the texts on screen and the candidates of a phrase only.
 */
export function placeTokens(
  text: string,
  tokens: Pick<WordTokens, 'at'>,
  isWanted: (token: string) => boolean = () => true,
): readonly PlacedToken[] {
  const aligned = align(text)
  const { normal } = aligned
  const placed: PlacedToken[] = []
  const push: PushToken = (token, start, end, firstEnd) => {
    if (!isWanted(token)) return
    const [from, to] = [originOf(aligned, start), originOf(aligned, end)]
    placed.push({ token, start: from, end: to, firstEnd: firstEnd === end ? to : originOf(aligned, firstEnd) })
  }
  scanStretches(normal, {
    word: (start, end, source, hash) => {
      for (let one: IndexToken | null = tokens.at(source, start, end, hash); one !== null; one = one.elided)
        push(one.stem, start, end, end)
    },
    run: (start, end) => {
      placeRun(normal.slice(start, end), start, push)
    },
  })
  return placed
}

type PushToken = (token: string, start: number, end: number, firstEnd: number) => void

function placeRun(run: string, start: number, push: PushToken): void {
  const units = unitsOf(run)
  let at = start
  units.forEach((unit, index) => {
    const next = units[index + 1] ?? ''
    push(foldRun(unit + next), at, at + unit.length + next.length, at + unit.length)
    at += unit.length
  })
}
