/** A stretch of both sequences, half-open. */
interface Stretch {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

/** Longest runs first: a run of several words that stands once on both sides is no chance meeting. */
const RUNS = [4, 2, 1]
/** Most cells of the table for a stretch in which nothing stands once; beyond it the stretch counts as rewritten. */
const MOST_CELLS = 250_000

/**
 * Which word of `b` each word of `a` became, -1 for none; in order on both sides, so what was moved counts as gone.
 * Words are numbers. Patience differencing (Bram Cohen): runs that stand once in both sequences, the longest increasing
 * chain of them, then the same between them; what is left is aligned by its longest common subsequence. Near linear.
 */
export function matchWords(a: Int32Array, b: Int32Array): Int32Array {
  const matches = new Int32Array(a.length).fill(-1)
  const waiting: Stretch[] = [{ fromA: 0, toA: a.length, fromB: 0, toB: b.length }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const stretch = trim(a, b, next, matches)
    if (stretch.fromA >= stretch.toA || stretch.fromB >= stretch.toB) continue
    const anchors = RUNS.reduce<readonly Pair[]>(
      (found, length) => (found.length > 0 ? found : longestChain(sharedOnce(a, b, stretch, length))),
      [],
    )
    if (anchors.length === 0) matchCommon(a, b, stretch, matches)
    else waiting.push(...between(stretch, anchors, matches))
  }
  return matches
}

interface Pair {
  readonly inA: number
  readonly inB: number
}

/** Matches what both ends have in common; answers what is left. */
function trim(a: Int32Array, b: Int32Array, stretch: Stretch, matches: Int32Array): Stretch {
  let { fromA, toA, fromB, toB } = stretch
  while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) matches[fromA++] = fromB++
  while (fromA < toA && fromB < toB && a[toA - 1] === b[toB - 1]) matches[--toA] = --toB
  return { fromA, toA, fromB, toB }
}

function between(stretch: Stretch, anchors: readonly Pair[], matches: Int32Array): readonly Stretch[] {
  const stretches: Stretch[] = []
  let { fromA, fromB } = stretch
  for (const { inA, inB } of anchors) {
    matches[inA] = inB
    stretches.push({ fromA, toA: inA, fromB, toB: inB })
    fromA = inA + 1
    fromB = inB + 1
  }
  stretches.push({ fromA, toA: stretch.toA, fromB, toB: stretch.toB })
  return stretches
}

/** Beginnings of runs of a length that stand once in either stretch, in the order of `a`. */
function sharedOnce(a: Int32Array, b: Int32Array, stretch: Stretch, length: number): readonly Pair[] {
  const inA = onceIn(a, stretch.fromA, stretch.toA, length)
  const inB = onceIn(b, stretch.fromB, stretch.toB, length)
  const pairs: Pair[] = []
  for (const [run, place] of inA) {
    const other = inB.get(run)
    if (place >= 0 && other !== undefined && other >= 0) pairs.push({ inA: place, inB: other })
  }
  return pairs
}

/** Place of each run, -1 when it stands several times; in order of its first place. */
function onceIn(words: Int32Array, from: number, to: number, length: number): ReadonlyMap<string | number, number> {
  const places = new Map<string | number, number>()
  for (let place = from; place + length <= to; place++) {
    const run = length === 1 ? (words[place] ?? -1) : words.subarray(place, place + length).join()
    places.set(run, places.has(run) ? -1 : place)
  }
  return places
}

/** The longest chain of pairs that rises in `b` too (patience sorting). */
function longestChain(pairs: readonly Pair[]): readonly Pair[] {
  const piles: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  pairs.forEach(({ inB }, index) => {
    let low = 0
    let high = piles.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((pairs[piles[middle] ?? 0]?.inB ?? 0) < inB) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? (piles[low - 1] ?? -1) : -1
    piles[low] = index
  })
  const chain: Pair[] = []
  for (let index = piles.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index]
    if (pair !== undefined) chain.push(pair)
  }
  return chain.reverse()
}

/** Longest common subsequence by the plain table; a stretch too large for it stays unmatched. */
function matchCommon(a: Int32Array, b: Int32Array, stretch: Stretch, matches: Int32Array): void {
  const rows = stretch.toA - stretch.fromA
  const columns = stretch.toB - stretch.fromB
  if (rows * columns > MOST_CELLS) return
  const width = columns + 1
  const lengths = new Int32Array((rows + 1) * width)
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0
  const same = (row: number, column: number): boolean => a[stretch.fromA + row] === b[stretch.fromB + column]
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      lengths[row * width + column] = same(row, column)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1))
    }
  }
  for (let row = 0, column = 0; row < rows && column < columns;) {
    if (same(row, column)) matches[stretch.fromA + row++] = stretch.fromB + column++
    else if (at(row + 1, column) >= at(row, column + 1)) row++
    else column++
  }
}
