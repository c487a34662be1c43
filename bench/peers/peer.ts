import type { CorpusArticle } from '../corpus/corpus-article.ts'
import type { BenchQuery } from '../corpus/query-log.ts'

/** How many hits a first page shows, for every engine. */
export const PAGE = 50

/** An index that a peer has built. */
export interface PeerIndex {
  /** Asks for the first page; how many articles match in all, or null for a query the peer has no way to ask. */
  readonly search: (query: BenchQuery) => number | null
  /** Bytes the index takes on disk; null when it lives in memory. */
  readonly bytesOnDisk: number | null
  readonly close: () => void
}

/** A search engine in stock use, beside which Offprint is measured. */
export interface Peer {
  readonly name: string
  readonly build: (articles: Iterable<CorpusArticle>) => PeerIndex
}
