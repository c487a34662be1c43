import { expect, test } from 'vitest'
import { STANDARD_CORPUS } from '../../../bench/corpus/corpus-options.ts'
import { generateCorpus } from '../../../bench/corpus/generate-corpus.ts'
import { generateQueries } from '../../../bench/corpus/query-log.ts'
import { lunrPeer } from '../../../bench/peers/lunr.ts'
import { measurePeer } from '../../../bench/peers/measure-peer.ts'
import { miniSearchPeer } from '../../../bench/peers/minisearch.ts'
import { rawFts5Peer } from '../../../bench/peers/raw-fts5.ts'

const corpus = { ...STANDARD_CORPUS, articles: 120, words: 120 }
const queries = generateQueries(corpus, 100)

test.each([lunrPeer, miniSearchPeer, rawFts5Peer])('$name finds what the queries were made of', (peer) => {
  const index = peer.build(generateCorpus(corpus))
  for (const query of queries) {
    const total = index.search(query)
    if (query.kind === 'phrase') expect(total === null).toBe(peer !== rawFts5Peer)
    // lunr drops stop words, so a query of one finds nothing there; that is what stock use is.
    if (query.kind === 'words' && peer !== lunrPeer) expect(total, query.query).toBeGreaterThan(0)
  }
  index.close()
})

test('only raw FTS5 lies on disk', () => {
  for (const peer of [lunrPeer, miniSearchPeer, rawFts5Peer]) {
    const index = peer.build(generateCorpus({ ...corpus, articles: 10 }))
    expect(index.bytesOnDisk !== null).toBe(peer === rawFts5Peer)
    index.close()
  }
})

test('a measure counts and times every query that a peer can ask', () => {
  const measured = measurePeer(rawFts5Peer, corpus, queries)
  expect(measured.buildSeconds).toBeGreaterThan(0)
  expect(measured.byKind.words.asked).toBe(60)
  expect(measured.byKind.phrase.asked).toBe(15)
  expect(measured.all.asked).toBe(Object.values(measured.byKind).reduce((sum, { asked }) => sum + asked, 0))
  expect(measured.all.p95).toBeGreaterThanOrEqual(measured.all.median ?? Infinity)
})
