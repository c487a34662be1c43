import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { theHost } from '../api.ts'
import { createArticleList, type ListOrder } from './article-list.ts'
import { createListFocus, type ActiveRow } from './list-focus.ts'
import { asArticleSelection, isSelected, selectedCount } from './list-selection.ts'
import { oneAfterAnother } from './one-after-another.ts'

/** How often a row that an import keeps pushing on is looked for before its last known place is taken. */
const TRIES = 3

/** The list of articles: rows as they come into sight, the row that is active, and what is selected. */
export const useLibrary = defineStore('library', () => {
  const list = createArticleList()
  const focus = createListFocus(list)
  const { order, total, periods, error, rowAt, loaded } = list
  const { active, selection, activate, selectAll, clearSelection } = focus

  const count = computed(() => selectedCount(selection.value, total.value ?? 0))
  const selected = computed(() => asArticleSelection(selection.value, order.value?.query ?? ''))
  const activeRow = computed(() => (active.value === null ? undefined : rowAt(active.value.index)))

  let inSight = { first: 0, last: 0 }
  /** By how many rows what was in sight moved when the list was last read again; another value each time. */
  const moved = shallowRef<{ readonly shift: number }>({ shift: 0 })

  function want(first: number, last: number): void {
    inSight = { first, last }
    list.want(first, last)
  }

  /** Shows a list from its beginning; the same list again stays as it is. */
  function show(next: ListOrder): void {
    if (JSON.stringify(next) === JSON.stringify(order.value)) return
    focus.reset()
    list.open(next)
  }

  /** Reads the list again where it is: after a change, or after a failure. */
  const renew = oneAfterAnother(renewOnce)

  async function renewOnce(): Promise<void> {
    const seen = firstSeen()
    await focus.follow()
    if (seen === null) return list.reread(0)
    const shift = await rereadAround(seen)
    if (shift === 0) return
    inSight = { first: inSight.first + shift, last: inSight.last + shift }
    moved.value = { shift }
  }

  /** The uppermost row in sight that is loaded; none at the list's beginning, where nothing comes in unseen. */
  function firstSeen(): ActiveRow | null {
    if (inSight.first === 0) return null
    for (let index = inSight.first; index <= inSight.last; index++) {
      const row = rowAt(index)
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
    if (order.value === null) return 0
    const found = await theHost().client.request('article.find', { ...order.value, uid })
    return found.ok && found.value !== null ? found.value - from : 0
  }

  const has = (article: ArticleUid): boolean => isSelected(selection.value, article)

  return {
    order,
    total,
    periods,
    moved,
    error,
    active,
    activeRow,
    selection,
    selected,
    count,
    show,
    renew,
    rowAt,
    loaded,
    want,
    activate,
    selectAll,
    clearSelection,
    has,
  }
})
