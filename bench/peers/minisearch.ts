import MiniSearch, { type Query } from 'minisearch'
import type { BenchQuery } from '../corpus/query-log.ts'
import type { Peer } from './peer.ts'

const FIELDS = ['title', 'standfirst', 'byline', 'text']

/** MiniSearch as its guide shows it, every word wanted. */
export const miniSearchPeer: Peer = {
  name: 'MiniSearch',
  build: (articles) => {
    const index = new MiniSearch({
      fields: FIELDS,
      idField: 'id',
      searchOptions: { combineWith: 'AND', boost: { title: 4, standfirst: 2, byline: 2 } },
    })
    for (const article of articles) index.add(article)
    return {
      search: (query) => {
        const asked = ask(query)
        return asked === null ? null : index.search(asked).length
      },
      bytesOnDisk: null,
      close: () => undefined,
    }
  },
}

/** In MiniSearch's query trees, which have neither phrases nor Offprint's filters. */
function ask({ form, words, without }: BenchQuery): Query | null {
  const must = words.join(' ')
  switch (form) {
    case 'words':
      return without === null ? must : { combineWith: 'AND_NOT', queries: [must, without] }
    case 'prefix':
      return { queries: [must], prefix: true }
    case 'title':
      return { queries: [must], fields: ['title'] }
    case 'phrase':
    case 'other':
      return null
  }
}
