import { writeFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import type { TextRange } from '../../src/shared/text/text-range.ts'
import { benchRow, type BenchOptions, type BenchRow, type BenchTable } from '../bench-table.ts'
import { quantile } from '../quantile.ts'
import type { AnchoringCase } from './cases.ts'
import { formatGrid } from './format-grid.ts'
import { formatMiss } from './format-miss.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import { editAtRandom } from './random-edits.ts'
import { readRevisions } from './real-revisions.ts'
import { STRATEGIES } from './strategies.ts'

const OURS = 'ladder, old text known'
const PEER = 'approx-string-match alone'
const RANDOM_EDITS = 1000

/** What a strategy made of each case, in their order, and the milliseconds it took. */
interface Judged {
  readonly name: string
  readonly found: readonly (TextRange | null)[]
  readonly outcomes: readonly Outcome[]
  readonly times: readonly number[]
}

/**
 * Anchoring on real revisions of documents and on random edits of news, by kind: the ladder as Offprint uses it, with
 * the old text known, beside approximate matching alone; all strategies with their wrong places and orphans in the
 * notes. `--size` = random edits. `--misses FILE` writes each of the ladder's misses.
 */
export function run({ size, misses }: BenchOptions = { size: null }): Promise<BenchTable> {
  const real = readRevisions()
  const random = editAtRandom(size ?? RANDOM_EDITS)
  const sets = [
    { name: 'revisions', cases: real, judged: judgeAll(real) },
    { name: 'random edits', cases: random, judged: judgeAll(random) },
  ]
  if (misses !== undefined) writeFileSync(misses, sets.flatMap(listMisses).join('\n'))
  return Promise.resolve({
    title: `Anchoring: ${String(real.length)} quotes on real revisions, ${String(random.length)} on random edits; ours (${OURS}) beside ${PEER}`,
    rows: sets.flatMap(({ name, cases, judged }) => rowsOf(name, cases, judged)),
    notes: sets.flatMap(({ name, cases, judged }) => ['', ...formatGrid(name, cases, judged)]),
  })
}

function judgeAll(cases: readonly AnchoringCase[]): readonly Judged[] {
  return Object.entries(STRATEGIES).map(([name, strategy]) => {
    const times: number[] = []
    const found = cases.map((one) => {
      const began = performance.now()
      const place = strategy(one)
      times.push(performance.now() - began)
      return place
    })
    const outcomes = cases.map(({ expected }, index) => outcomeOf(found[index] ?? null, expected))
    return { name, found, outcomes, times }
  })
}

function rowsOf(set: string, cases: readonly AnchoringCase[], judged: readonly Judged[]): readonly BenchRow[] {
  const ours = judged.find(({ name }) => name === OURS)
  const peer = judged.find(({ name }) => name === PEER)
  if (ours === undefined || peer === undefined) throw new Error('a strategy has another name')
  const kinds = [...new Set(cases.map(({ kind }) => kind))]
  const share = (what: string, holds: (index: number) => boolean, outcome: Outcome): BenchRow =>
    benchRow(`${set}: ${what}`, {
      ours: shareOf(ours.outcomes, holds, outcome),
      peer: shareOf(peer.outcomes, holds, outcome),
      unit: 'share',
    })
  return [
    share('right', () => true, 'right'),
    share('wrong', () => true, 'wrong'),
    ...kinds.map((kind) => share(`${kind}: right`, (index) => cases[index]?.kind === kind, 'right')),
    benchRow(`${set}: 99 of 100 quotes within`, {
      ours: quantile(ours.times, 0.99),
      peer: quantile(peer.times, 0.99),
      unit: 'ms',
    }),
  ]
}

function shareOf(outcomes: readonly Outcome[], holds: (index: number) => boolean, wanted: Outcome): number {
  const chosen = outcomes.filter((_, index) => holds(index))
  return chosen.filter((outcome) => outcome === wanted).length / chosen.length
}

function listMisses({
  cases,
  judged,
}: {
  readonly cases: readonly AnchoringCase[]
  readonly judged: readonly Judged[]
}) {
  return judged
    .filter(({ name }) => name.startsWith('ladder'))
    .flatMap(({ name, found, outcomes }) =>
      cases.flatMap((one, index) => {
        const outcome = outcomes[index]
        return outcome === undefined || outcome === 'right'
          ? []
          : [formatMiss(name, outcome, one, found[index] ?? null)]
      }),
    )
}
