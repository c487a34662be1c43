import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { createArticleList, type ListOrder } from './article-list.ts'
import { createListFocus } from './list-focus.ts'
import { asArticleSelection, isSelected, selectedCount } from './list-selection.ts'
import { createListSight } from './list-sight.ts'
import { oneAfterAnother } from './one-after-another.ts'

/** The list of articles: rows as they come into sight, the row that is active, and what is selected. */
export const useLibrary = defineStore('library', () => {
  const list = createArticleList()
  const focus = createListFocus(list)
  const sight = createListSight(list)
  const { order, total, periods, error, rowAt, loaded } = list
  const { active, selection, activate, selectAll, clearSelection } = focus

  const count = computed(() => selectedCount(selection.value, total.value ?? 0))
  const selected = computed(() => asArticleSelection(selection.value, order.value?.query ?? ''))
  const activeRow = computed(() => (active.value === null ? undefined : rowAt(active.value.index)))

  /** Shows a list from its beginning; the same list again stays as it is. */
  function show(next: ListOrder): void {
    if (JSON.stringify(next) === JSON.stringify(order.value)) return
    focus.reset()
    list.open(next)
  }

  /** Reads the list again where it is: after a change, or after a failure. */
  const renew = oneAfterAnother(() => sight.reread(focus.follow))

  const has = (article: ArticleUid): boolean => isSelected(selection.value, article)

  return {
    order,
    total,
    periods,
    moved: sight.moved,
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
    want: sight.want,
    activate,
    selectAll,
    clearSelection,
    has,
  }
})
