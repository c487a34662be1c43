import { benchRow, type BenchRow, type BenchTable } from '../bench-table.ts'
import { COLLECTIONS, hasCollections, readCollection } from './collection.ts'
import { miniSearch, offprint, stockLunr } from './engines.ts'
import { measureRelevance, type Relevance } from './measures.ts'

const MEASURES: Readonly<Record<keyof Relevance, string>> = {
  ndcg10: 'nDCG@10',
  map: 'MAP',
  mrr10: 'MRR@10',
  recall100: 'recall@100',
}
const PEERS = { lunr: stockLunr, MiniSearch: miniSearch } as const

/** How well Offprint ranks judged collections, beside stock lunr and MiniSearch; no rows where the collections are absent. */
export function run(): BenchTable {
  return {
    title: 'Relevance: 0 to 1, more is better',
    rows: hasCollections() ? COLLECTIONS.flatMap(collectionRows) : [],
    notes: ['Collections are read from ../shared/data/ir; without it there are no rows.'],
  }
}

function collectionRows(name: (typeof COLLECTIONS)[number]): readonly BenchRow[] {
  const collection = readCollection(name)
  const ours = measureRelevance(collection, offprint(collection))
  return Object.entries(PEERS).flatMap(([peer, make]) => {
    const theirs = measureRelevance(collection, make(collection))
    return (Object.keys(MEASURES) as (keyof Relevance)[]).map((key) =>
      benchRow(`${name}: ${MEASURES[key]} beside ${peer}`, { ours: ours[key], peer: theirs[key], unit: '' }),
    )
  })
}
