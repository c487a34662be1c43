import type { Uid } from './identity.ts'

/** A query kept under a name: a collection that is filled anew at every look. */
export interface SavedSearch {
  readonly uid: Uid
  readonly name: string
  readonly query: string
  /** What it finds now, every word wanted; never what has only some of the words. */
  readonly articles: number
}
