import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { theHost } from '../api.ts'
import { createArticleList, type ListOrder } from './article-list.ts'
import { createListFocus } from './list-focus.ts'
import { asArticleSelection, isSelected, selectedCount } from './list-selection.ts'
import { oneAfterAnother } from './one-after-another.ts'

/** The list of articles: rows as they come into sight, the row that is active, and what is selected. */
export const useLibrary = defineStore('library', () => {
  const list = createArticleList()
  const focus = createListFocus(list)
  const { order, total, periods, error, rowAt, loaded } = list
  const { active, selection, activate, selectAll, clearSelection } = focus

  const count = computed(() => selectedCount(selection.value, total.value ?? 0))
  const selected = computed(() => asArticleSelection(selection.value, order.value?.query ?? ''))
  const activeRow = computed(() => (active.value === null ? undefined : rowAt(active.value.index)))

  /** The uppermost row in sight. */
  let uppermost = 0
  /** By how many rows what was in sight moved when the list was last read again; another value each time. */
  const moved = shallowRef<{ readonly shift: number }>({ shift: 0 })

  function want(first: number, last: number): void {
    uppermost = first
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
    const top = uppermost
    const row = rowAt(top)
    await focus.follow()
    // Over the first row nothing comes in unseen.
    const shift = top === 0 || row === undefined ? 0 : await shiftOf(row.uid, top)
    await list.reread(shift)
    if (shift === 0) return
    uppermost += shift
    moved.value = { shift }
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
