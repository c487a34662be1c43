import { performance } from 'node:perf_hooks'
import type { CorpusArticle } from '../corpus/corpus-article.ts'
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
  /** Times in milliseconds in the order of the queries; null = the peer has no way to ask. */
  readonly times: readonly (number | null)[]
  readonly all: QueryTimes
  readonly byKind: Readonly<Record<QueryKind, QueryTimes>>
}

/** Builds a peer's index of a corpus and asks it every query once, after a first round that warms up. */
export function measurePeer(peer: Peer, corpus: CorpusOptions, queries: readonly BenchQuery[]): PeerMeasure {
  const heapBefore = heapMegabytes()
  const articles = timeMaking(generateCorpus(corpus))
  const began = performance.now()
  const index = peer.build(articles.all())
  const buildSeconds = (performance.now() - began) / 1000 - articles.seconds()
  const heap = heapMegabytes() - heapBefore
  for (const query of queries.slice(0, 20)) index.search(query)
  const times = queries.map((query) => timeQuery(index, query))
  index.close()
  const kinds = Object.keys(QUERY_SHARES) as readonly QueryKind[]
  const byKind = kinds.map((kind) => {
    return [kind, summary(times.filter((_, at) => queries[at]?.kind === kind))] as const
  })
  return {
    name: peer.name,
    buildSeconds,
    heapMegabytes: heap,
    diskMegabytes: index.bytesOnDisk === null ? null : index.bytesOnDisk / 1_000_000,
    times,
    all: summary(times),
    byKind: Object.fromEntries(byKind) as Record<QueryKind, QueryTimes>,
  }
}

function timeQuery(index: PeerIndex, query: BenchQuery): number | null {
  const began = performance.now()
  return index.search(query) === null ? null : performance.now() - began
}

function summary(times: readonly (number | null)[]): QueryTimes {
  const asked = times.filter((time) => time !== null)
  return { asked: asked.length, median: quantile(asked, 0.5), p95: quantile(asked, 0.95) }
}

/** The same articles, and the seconds that making them took. */
function timeMaking(made: Iterator<CorpusArticle>) {
  let milliseconds = 0
  function* all(): Generator<CorpusArticle, void, undefined> {
    for (;;) {
      const began = performance.now()
      const next = made.next()
      milliseconds += performance.now() - began
      if (next.done === true) return
      yield next.value
    }
  }
  return { all, seconds: (): number => milliseconds / 1000 }
}

function heapMegabytes(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1_000_000
}
