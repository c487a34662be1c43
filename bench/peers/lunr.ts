import lunr from 'lunr'
import type { BenchQuery } from '../corpus/query-log.ts'
import type { Peer } from './peer.ts'

/** lunr as its guide shows it: English pipeline, the four fields, no positions. */
export const lunrPeer: Peer = {
  name: 'lunr',
  build: (articles) => {
    const index = lunr((builder) => {
      builder.ref('id')
      builder.field('title', { boost: 4 })
      builder.field('standfirst', { boost: 2 })
      builder.field('byline', { boost: 2 })
      builder.field('text')
      for (const article of articles) builder.add(article)
    })
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

/** In lunr's own query language, which has neither phrases nor Offprint's filters. */
function ask({ form, words, without }: BenchQuery): string | null {
  const must = words.map((word) => `+${word}`).join(' ')
  switch (form) {
    case 'words':
      return without === null ? must : `${must} -${without}`
    case 'prefix':
      return `${words.join('')}*`
    case 'title':
      return `title:${words.join('')}`
    case 'phrase':
    case 'other':
      return null
  }
}
