import type { ArticleIndex } from './ports/article-index.ts'

/** An index whose entries wait until they are asked for. */
export interface PostponedIndex {
  readonly index: Pick<ArticleIndex, 'has' | 'put' | 'remove' | 'putNote' | 'removeNote'>
  /** Runs work; when it throws, what it would have written to the index is forgotten. */
  readonly unlessThrown: <Value>(work: () => Value) => Value
  /** Writes everything that waits, in order. */
  readonly write: () => void
}

/**
 * Holds back the index entries of a batch until all its savepoints are closed. FTS5 writes what it has gathered at
 * every SAVEPOINT: with one for each article, every article becomes a segment of its own that must be merged later
 * (measured: twice the time of one segment for the whole transaction).
 */
export function postponeIndex(index: PostponedIndex['index']): PostponedIndex {
  const waiting: (() => void)[] = []
  const wait = (write: () => void): void => {
    waiting.push(write)
  }
  return {
    index: {
      has: (article) => index.has(article),
      put: (...entry) => wait(() => index.put(...entry)),
      remove: (...entry) => wait(() => index.remove(...entry)),
      putNote: (...note) => wait(() => index.putNote(...note)),
      removeNote: (...note) => wait(() => index.removeNote(...note)),
    },
    unlessThrown: (work) => {
      const before = waiting.length
      try {
        return work()
      } catch (error) {
        waiting.length = before
        throw error
      }
    },
    write: () => {
      for (const write of waiting.splice(0)) write()
    },
  }
}
