import { Document } from 'flexsearch'
import type { BenchQuery } from '../corpus/query-log.ts'
import type { Peer } from './peer.ts'

const FIELDS = ['title', 'standfirst', 'byline', 'text']

/** FlexSearch as its guide shows it, whole words; it wants every word in the same field and has neither exclusions nor phrases. */
export const flexSearchPeer: Peer = {
  name: 'FlexSearch',
  build: (articles) => {
    const index = new Document({ document: { id: 'id', index: FIELDS }, tokenize: 'strict' })
    let size = 0
    for (const { id, title, standfirst, byline, text } of articles) {
      index.add({ id, title, standfirst, byline, text })
      size += 1
    }
    return {
      search: (query) => {
        const asked = ask(query)
        if (asked === null) return null
        const found = index.search(asked.words, {
          limit: size,
          ...(asked.field === null ? {} : { index: asked.field }),
        })
        return new Set(found.flatMap(({ result }) => result as unknown[])).size
      },
      bytesOnDisk: null,
      close: () => undefined,
    }
  },
}

/** Words that an article must have, and in which field; null for what cannot be asked. */
function ask({ form, words, without }: BenchQuery): { readonly words: string; readonly field: string | null } | null {
  switch (form) {
    case 'words':
      return without === null ? { words: words.join(' '), field: null } : null
    case 'title':
      return { words: words.join(' '), field: 'title' }
    case 'prefix':
    case 'phrase':
    case 'other':
      return null
  }
}
