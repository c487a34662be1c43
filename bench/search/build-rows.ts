import { benchRow, type BenchRow } from '../bench-table.ts'
import type { PeerMeasure } from '../peers/measure-peer.ts'

/** Articles indexed in a second, analysis and postings in one thread, beside a peer on the same articles. */
export function buildRow(articles: number, ours: PeerMeasure, peer: PeerMeasure): BenchRow {
  const rate = ({ buildSeconds }: PeerMeasure): number => articles / buildSeconds
  const what = `index build at ${String(articles)}, beside ${peer.name}`
  return benchRow(what, { ours: rate(ours), peer: rate(peer), unit: 'articles/s' })
}

/** Megabytes of the index beside raw FTS5, which holds the texts too. */
export function sizeRow(articles: number, ours: PeerMeasure, fts5: PeerMeasure): BenchRow {
  const what = `index size at ${String(articles)}, beside ${fts5.name} with its texts`
  return benchRow(what, { ours: ours.diskMegabytes, peer: fts5.diskMegabytes, unit: 'MB' })
}

/** How the rate changes with ten times as many articles. */
export function buildGrowthRow(
  [articles, large]: readonly [number, PeerMeasure],
  [fewer, small]: readonly [number, PeerMeasure],
): BenchRow {
  return benchRow(`growth, ${String(fewer)} × ${String(articles / fewer)}: index build`, {
    ours: articles / large.buildSeconds,
    peer: fewer / small.buildSeconds,
    unit: 'articles/s',
  })
}
