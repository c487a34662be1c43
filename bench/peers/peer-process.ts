import { answerParent } from '../answer-parent.ts'
import type { CorpusOptions } from '../corpus/corpus-options.ts'
import type { BenchQuery } from '../corpus/query-log.ts'
import { flexSearchPeer } from './flexsearch.ts'
import { lunrPeer } from './lunr.ts'
import { measurePeer, type PeerMeasure } from './measure-peer.ts'
import { miniSearchPeer } from './minisearch.ts'
import { offprintIndex } from './offprint-index.ts'
import { rawFts5Peer } from './raw-fts5.ts'

const PEERS = {
  lunr: lunrPeer,
  minisearch: miniSearchPeer,
  flexsearch: flexSearchPeer,
  fts5: rawFts5Peer,
  offprint: offprintIndex,
} as const

/** Which peer to measure, and on what. */
export interface PeerInput {
  readonly peer: keyof typeof PEERS
  readonly corpus: CorpusOptions
  readonly queries: readonly BenchQuery[]
}

answerParent<PeerInput, PeerMeasure>(({ peer, corpus, queries }) => measurePeer(PEERS[peer], corpus, queries))
