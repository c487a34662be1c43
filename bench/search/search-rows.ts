import { benchRow, type BenchRow } from '../bench-table.ts'
import { QUERY_SHARES, type BenchQuery, type QueryKind } from '../corpus/query-log.ts'
import { quantile } from '../quantile.ts'
import type { SearchMeasure } from './search-process.ts'

/** Times of one engine in the order of the log; null where it could not be asked. */
type Times = readonly (number | null)[]

/** What the kinds of the log are, in words. */
const KINDS: Readonly<Record<QueryKind, string>> = {
  words: 'two or three words',
  phrase: 'phrase',
  filter: 'field or filter',
  common: 'one common word',
  exclude: 'exclude or prefix',
}

const MARKS = [
  ['median', 0.5],
  ['p95', 0.95],
  ['worst', 1],
] as const

/** The log as a whole and by kind; a peer's figures are over the queries it can be asked. */
export function logRows(queries: readonly BenchQuery[], ours: Times, peer: Times): readonly BenchRow[] {
  const kinds = Object.keys(QUERY_SHARES) as readonly QueryKind[]
  return [
    ...markRows('all queries', ours, peer),
    ...kinds.flatMap((kind) => {
      const ofKind = (times: Times): Times => times.filter((_, at) => queries[at]?.kind === kind)
      return markRows(KINDS[kind], ofKind(ours), ofKind(peer))
    }),
  ]
}

/** Median, p95 and worst of what has no peer. */
export function ownRows(name: string, ours: Times): readonly BenchRow[] {
  return markRows(name, ours, [])
}

function markRows(name: string, ours: Times, peer: Times): readonly BenchRow[] {
  return MARKS.map(([mark, share]) =>
    benchRow(`${name}: ${mark}`, { ours: quantileOf(ours, share), peer: quantileOf(peer, share), unit: 'ms' }),
  )
}

/** Median and p95 over the queries that both engines can be asked. */
export function sameQueriesRows(name: string, ours: Times, peer: Times): readonly BenchRow[] {
  const both = ours.map((time, at) => (peer[at] === null || peer[at] === undefined ? null : time))
  return markRows(name, both, peer).slice(0, 2)
}

/** A larger archive beside the one of a tenth its size: what grows faster than what is touched shows here. */
export function growthRows(name: string, large: SearchMeasure, small: SearchMeasure): readonly BenchRow[] {
  const row = (what: string, ours: number | null, peer: number | null): BenchRow =>
    benchRow(`${name}: ${what}`, { ours, peer, unit: 'ms' })
  return [
    row('query, median', quantileOf(large.times, 0.5), quantileOf(small.times, 0.5)),
    row('query, p95', quantileOf(large.times, 0.95), quantileOf(small.times, 0.95)),
    row('open to first rows', large.openToRows, small.openToRows),
    ...Object.entries(large.lists).map(([list, time]) => row(list, time, small.lists[list] ?? null)),
  ]
}

function quantileOf(times: Times, share: number): number | null {
  return quantile(
    times.filter((time) => time !== null),
    share,
  )
}
