import { shallowRef, type ShallowRef } from 'vue'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { theHost } from '../api.ts'
import type { ArticleListState } from './article-list.ts'
import { ALL_SELECTED, NOTHING_SELECTED, selectOnly, toggleSelected, type ListSelection } from './list-selection.ts'

/** The row that has the list's focus. */
export interface ActiveRow {
  readonly index: number
  readonly uid: ArticleUid
}

/** How a row is made active: alone, as the end of a range, with the selection as it is, or turned over in it. */
export type Activation = 'only' | 'range' | 'keep' | 'toggle'

/** The active row of a list and what is selected in it. */
export interface ListFocus {
  readonly active: ShallowRef<ActiveRow | null>
  readonly selection: ShallowRef<ListSelection>
  readonly activate: (index: number, how: Activation) => Promise<void>
  readonly selectAll: () => void
  /** Leaves the active row selected alone. */
  readonly clearSelection: () => void
  /** Follows the active article to where it now stands; when it left the list, its neighbour takes its place. */
  readonly follow: () => Promise<void>
  readonly reset: () => void
}

/** Most rows of one question, by the contract. */
const LONGEST_ANSWER = 500

/** Makes the focus of a list. */
export function createListFocus(list: ArticleListState): ListFocus {
  const active = shallowRef<ActiveRow | null>(null)
  const selection = shallowRef<ListSelection>(NOTHING_SELECTED)
  /** Where a range begins. */
  let anchor = 0

  async function activate(index: number, how: Activation): Promise<void> {
    const row = list.rowAt(index) ?? (await list.load(index, 1))[0]
    if (row === undefined) return
    active.value = { index, uid: row.uid }
    if (how === 'range') return selectRange(index)
    anchor = index
    if (how === 'only') selection.value = selectOnly([row.uid])
    if (how === 'toggle') selection.value = toggleSelected(selection.value, row.uid)
  }

  async function selectRange(end: number): Promise<void> {
    const [from = 0, until = 0] = [anchor, end].toSorted((a, b) => a - b)
    const order = list.order.value
    if (from === 0 && until + 1 === list.total.value && until >= LONGEST_ANSWER) selection.value = ALL_SELECTED
    else {
      const articles = await uidsBetween(list, from, until)
      // A newer move of the range wins.
      if (order === list.order.value && active.value?.index === end) selection.value = selectOnly(articles)
    }
  }

  async function follow(): Promise<void> {
    const was = active.value
    const order = list.order.value
    if (was === null || order === null) return
    const found = await theHost().client.request('article.find', { ...order, uid: was.uid })
    if (order !== list.order.value || active.value !== was || !found.ok) return
    if (found.value === null) await moveToNeighbour(was.index)
    else if (found.value !== was.index) active.value = { index: found.value, uid: was.uid }
  }

  async function moveToNeighbour(index: number): Promise<void> {
    const around = await list.load(Math.max(0, index - 1), 2)
    const at = Math.min(index, Math.max(0, index - 1) + around.length - 1)
    const row = around[at - Math.max(0, index - 1)]
    active.value = row === undefined ? null : { index: at, uid: row.uid }
    const isAlone = selection.value.kind === 'some' && selection.value.articles.size <= 1
    if (isAlone) selection.value = row === undefined ? NOTHING_SELECTED : selectOnly([row.uid])
  }

  const selectAll = (): void => {
    if ((list.total.value ?? 0) > 0) selection.value = ALL_SELECTED
  }

  return {
    active,
    selection,
    activate,
    selectAll,
    clearSelection: () => {
      selection.value = active.value === null ? NOTHING_SELECTED : selectOnly([active.value.uid])
    },
    follow,
    reset: () => {
      active.value = null
      selection.value = NOTHING_SELECTED
      anchor = 0
    },
  }
}

async function uidsBetween(list: ArticleListState, from: number, until: number): Promise<readonly ArticleUid[]> {
  const uids: ArticleUid[] = []
  for (let index = from; index <= until;) {
    const row = list.rowAt(index)
    const rows = row === undefined ? await list.load(index, Math.min(LONGEST_ANSWER, until - index + 1)) : [row]
    if (rows.length === 0) break
    uids.push(...rows.map(({ uid }) => uid))
    index += rows.length
  }
  return uids
}
