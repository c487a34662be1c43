import { shallowRef, type ShallowRef } from 'vue'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { theHost } from '../api.ts'
import type { ArticleListState } from './article-list.ts'
import type { ActiveRow } from './list-focus.ts'

/** What of a list is in sight, and where it went when the list was read again. */
export interface ListSight {
  /** By how many rows what was in sight moved when the list was last read again; another value each time. */
  readonly moved: ShallowRef<{ readonly shift: number }>
  readonly want: (first: number, last: number) => void
  /** Reads the list again around what is in sight; `meanwhile` runs before anything of it is replaced. */
  readonly reread: (meanwhile: () => Promise<void>) => Promise<void>
}

/** How often a row that an import keeps pushing on is looked for before its last known place is taken. */
const TRIES = 3

/** Follows what is in sight of a list. */
export function createListSight(list: ArticleListState): ListSight {
  const moved = shallowRef<{ readonly shift: number }>({ shift: 0 })
  let inSight = { first: 0, last: 0 }

  async function reread(meanwhile: () => Promise<void>): Promise<void> {
    const seen = firstSeen()
    await meanwhile()
    if (seen === null) {
      await list.reread(0)
      return
    }
    const shift = await rereadAround(seen)
    if (shift === 0) return
    inSight = { first: inSight.first + shift, last: inSight.last + shift }
    moved.value = { shift }
  }

  /** The uppermost row in sight that is loaded; none at the list's beginning, where nothing comes in unseen. */
  function firstSeen(): ActiveRow | null {
    if (inSight.first === 0) return null
    for (let index = inSight.first; index <= inSight.last; index++) {
      const row = list.rowAt(index)
      if (row !== undefined) return { index, uid: row.uid }
    }
    return null
  }

  /**
   * Reads the list around a row and answers by how many rows it has moved. The rows themselves tell: more may have come
   * in since the core was asked where it stands.
   */
  async function rereadAround({ index, uid }: ActiveRow): Promise<number> {
    for (let tries = 1; ; tries++) {
      const shift = await shiftOf(uid, index)
      await list.reread(shift)
      const found = list.indexOf(uid)
      if (found !== undefined) return found - index
      if (tries === TRIES) return shift
    }
  }

  async function shiftOf(uid: ArticleUid, from: number): Promise<number> {
    const { value: order } = list.order
    if (order === null) return 0
    const found = await theHost().client.request('article.find', { ...order, uid })
    return found.ok && found.value !== null ? found.value - from : 0
  }

  return {
    moved,
    want: (first, last) => {
      inSight = { first, last }
      list.want(first, last)
    },
    reread,
  }
}
