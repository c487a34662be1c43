import { performance } from 'node:perf_hooks'
import type { CorpusOptions } from '../corpus/corpus-options.ts'
import { generateCorpus } from '../corpus/generate-corpus.ts'
import { QUERY_SHARES, type BenchQuery, type QueryKind } from '../corpus/query-log.ts'
import { quantile } from '../quantile.ts'
import type { Peer, PeerIndex } from './peer.ts'

/** Times of one kind of query in milliseconds; null when the peer can ask none of them. */
interface QueryTimes {
  readonly asked: number
  readonly median: number | null
  readonly p95: number | null
}

/** What a peer made of a corpus. */
export interface PeerMeasure {
  readonly name: string
  /** Without the time the corpus itself took to make. */
  readonly buildSeconds: number
  /** Growth of the JavaScript heap by the index; sure only under `node --expose-gc`. */
  readonly heapMegabytes: number
  readonly diskMegabytes: number | null
  readonly all: QueryTimes
  readonly byKind: Readonly<Record<QueryKind, QueryTimes>>
}

/** Builds a peer's index of a corpus and asks it every query once, after a first round that warms up. */
export function measurePeer(peer: Peer, corpus: CorpusOptions, queries: readonly BenchQuery[]): PeerMeasure {
  const heapBefore = heapMegabytes()
  const making = timeToMake(corpus)
  const began = performance.now()
  const index = peer.build(generateCorpus(corpus))
  const buildSeconds = Math.max(0, (performance.now() - began) / 1000 - making)
  const heap = heapMegabytes() - heapBefore
  for (const query of queries.slice(0, 20)) index.search(query)
  const times = queries.flatMap((query) => timeQuery(index, query))
  index.close()
  const kinds = Object.keys(QUERY_SHARES) as readonly QueryKind[]
  const byKind = kinds.map((kind) => [kind, summary(times.filter((time) => time.kind === kind))] as const)
  return {
    name: peer.name,
    buildSeconds,
    heapMegabytes: heap,
    diskMegabytes: index.bytesOnDisk === null ? null : index.bytesOnDisk / 1_000_000,
    all: summary(times),
    byKind: Object.fromEntries(byKind) as Record<QueryKind, QueryTimes>,
  }
}

interface TimedQuery {
  readonly kind: QueryKind
  readonly milliseconds: number
}

function timeQuery(index: PeerIndex, query: BenchQuery): readonly TimedQuery[] {
  const began = performance.now()
  const total = index.search(query)
  return total === null ? [] : [{ kind: query.kind, milliseconds: performance.now() - began }]
}

function summary(times: readonly TimedQuery[]): QueryTimes {
  const milliseconds = times.map((time) => time.milliseconds)
  return { asked: times.length, median: quantile(milliseconds, 0.5), p95: quantile(milliseconds, 0.95) }
}

/** Seconds that making the corpus alone takes. */
function timeToMake(corpus: CorpusOptions): number {
  const began = performance.now()
  for (const article of generateCorpus(corpus)) if (article.text === '') throw new Error('an article without text')
  return (performance.now() - began) / 1000
}

function heapMegabytes(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1_000_000
}
