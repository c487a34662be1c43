import { createArchiveCache, type ArchiveCache } from '../archive-cache.ts'
import { benchRow, type BenchOptions, type BenchRow, type BenchTable } from '../bench-table.ts'
import { corpusArchive } from '../corpus-archive.ts'
import { composeArticle } from '../corpus/compose-article.ts'
import { STANDARD_CORPUS, type CorpusOptions } from '../corpus/corpus-options.ts'
import { generateQueries, type BenchQuery } from '../corpus/query-log.ts'
import { inProcess } from '../in-process.ts'
import { expectBuilt } from '../open-built-threads.ts'
import type { PeerMeasure } from '../peers/measure-peer.ts'
import type { PeerInput } from '../peers/peer-process.ts'
import { listPages } from './list-pages.ts'
import { buildGrowthRow, buildRow, sizeRow } from './build-rows.ts'
import type { MemoryInput, MemoryMeasure } from './memory-process.ts'
import type { SearchInput, SearchMeasure } from './search-process.ts'
import { growthRows, logRows, ownRows, sameQueriesRows } from './search-rows.ts'
import { WORST_QUERIES } from './worst-queries.ts'

/** Queries of the log. */
const QUERIES = 400
/** The most that lunr, MiniSearch and FlexSearch hold without trouble. */
const PEER_ARTICLES = 4_000
/** The smallest archive whose growth is looked at. */
const SMALLEST = 1_000

/** Asks the fixed query log of the real core at several sizes, beside raw FTS5, lunr, MiniSearch and FlexSearch. */
export async function run({ size }: BenchOptions): Promise<BenchTable> {
  expectBuilt()
  const cache = createArchiveCache()
  const corpus = { ...STANDARD_CORPUS, articles: size ?? STANDARD_CORPUS.articles }
  const queries = generateQueries(corpus, QUERIES)
  const ours = await measureSearch(cache, corpus, queries)
  const memory = await measureMemory(cache, corpus, queries)
  const fts5 = await measurePeer('fts5', corpus, queries)
  const index = await measurePeer('offprint', corpus, [])
  const rows = [
    ...logRows(queries, ours.times, fts5.times),
    ...sameQueriesRows('queries that raw FTS5 can answer', ours.times, fts5.times),
    ...Object.entries(ours.worst).map(([what, time]) => benchRow(`worst kinds: ${what}`, { ours: time, unit: 'ms' })),
    ...Object.entries(ours.lists).map(([what, time]) => benchRow(`list: ${what}`, { ours: time, unit: 'ms' })),
    ...ownRows('as you type, a key', ours.keys),
    ...ownRows('facets', ours.facets),
    benchRow('open archive to first list rows', { ours: ours.openToRows, unit: 'ms' }),
    ...memoryRows(memory),
    buildRow(corpus.articles, index, fts5),
    sizeRow(corpus.articles, index, fts5),
    ...(await smallPeerRows(cache, corpus)),
    ...(await allGrowthRows(cache, corpus, { search: ours, index })),
  ]
  cache.dropLarge(corpus)
  return {
    title: `Search: ${String(QUERIES)} queries on ${String(corpus.articles)} articles; peer: raw FTS5 unless named`,
    rows,
    notes: [
      'Ours: first page of 50 with passages, exact total, through the contract. Peers: ids of the first page and the total.',
      `${String(ours.empty)} queries of words or phrases found nothing.`,
      'A peer cannot ask every kind: only FTS5 has phrases, none has filters, FlexSearch wants all words in one field.',
      'Memory: one process with the threads core, lists and search, through their ports.',
      'Growth: ours on the larger archive, peer = ours on the one of a tenth its size.',
    ],
  }
}

async function measureSearch(
  cache: ArchiveCache,
  corpus: CorpusOptions,
  queries: readonly BenchQuery[],
): Promise<SearchMeasure> {
  const lists = listPages(corpus.articles, composeArticle(corpus, 0).article)
  const input = { archive: await corpusArchive(cache, corpus), queries, worst: WORST_QUERIES, lists }
  return inProcess<SearchInput, SearchMeasure>(new URL('./search-process.ts', import.meta.url), input)
}

function measureMemory(
  cache: ArchiveCache,
  corpus: CorpusOptions,
  queries: readonly BenchQuery[],
): Promise<MemoryMeasure> {
  const input = { archive: cache.pathOf(corpus), queries, worst: WORST_QUERIES }
  return inProcess<MemoryInput, MemoryMeasure>(new URL('./memory-process.ts', import.meta.url), input, 'host')
}

function memoryRows({ resident, anonymous }: MemoryMeasure): readonly BenchRow[] {
  const rows = (what: string, { opened, log, everything }: MemoryMeasure['resident']): readonly BenchRow[] => [
    benchRow(`memory, ${what}: archive open`, { ours: opened, unit: 'MB' }),
    benchRow(`memory, ${what}: most while the log is asked`, { ours: log, unit: 'MB' }),
    benchRow(`memory, ${what}: with facets, typing and the worst kinds`, { ours: everything, unit: 'MB' }),
  ]
  return [...rows('resident', resident), ...rows('without files', anonymous)]
}

function measurePeer(
  peer: PeerInput['peer'],
  corpus: CorpusOptions,
  queries: readonly BenchQuery[],
): Promise<PeerMeasure> {
  const module = new URL('../peers/peer-process.ts', import.meta.url)
  return inProcess<PeerInput, PeerMeasure>(module, { peer, corpus, queries }, 'peer')
}

async function smallPeerRows(cache: ArchiveCache, corpus: CorpusOptions): Promise<readonly BenchRow[]> {
  const small = { ...corpus, articles: Math.min(PEER_ARTICLES, corpus.articles) }
  const queries = generateQueries(small, QUERIES)
  const ours = await measureSearch(cache, small, queries)
  const at = `at ${String(small.articles)}`
  const lunr = await measurePeer('lunr', small, queries)
  const miniSearch = await measurePeer('minisearch', small, queries)
  const flexSearch = await measurePeer('flexsearch', small, queries)
  const index = await measurePeer('offprint', small, [])
  const memory = (name: string, { heapMegabytes }: PeerMeasure): BenchRow =>
    benchRow(`memory ${at}: beside ${name}'s heap`, { ours: ours.memory.peak, peer: heapMegabytes, unit: 'MB' })
  return [
    ...sameQueriesRows(`${at}, beside lunr`, ours.times, lunr.times),
    ...sameQueriesRows(`${at}, beside MiniSearch`, ours.times, miniSearch.times),
    ...sameQueriesRows(`${at}, beside FlexSearch`, ours.times, flexSearch.times),
    ...[lunr, miniSearch, flexSearch].map((peer) => buildRow(small.articles, index, peer)),
    memory('lunr', lunr),
    memory('MiniSearch', miniSearch),
    memory('FlexSearch', flexSearch),
  ]
}

/** From a thousand on, ten times as many each time, up to the size asked for. */
async function allGrowthRows(
  cache: ArchiveCache,
  corpus: CorpusOptions,
  largest: { readonly search: SearchMeasure; readonly index: PeerMeasure },
): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = []
  let large = largest
  for (let articles = corpus.articles / 10; articles >= SMALLEST; articles /= 10) {
    const few = { ...corpus, articles: Math.round(articles) }
    const small = await measureSearch(cache, few, generateQueries(few, QUERIES))
    const index = await measurePeer('offprint', few, [])
    rows.push(...growthRows(`growth, ${String(few.articles)} × 10`, large.search, small))
    rows.push(buildGrowthRow([few.articles * 10, large.index], [few.articles, index]))
    large = { search: small, index }
  }
  return rows
}
