import { describe, expect, it } from 'vitest'
import {
  ALL_SELECTED,
  asArticleSelection,
  isSelected,
  NOTHING_SELECTED,
  selectedCount,
  selectOnly,
  toggleSelected,
} from '../../../../src/renderer/stores/list-selection.ts'
import type { ArticleUid } from '../../../../src/shared/model/identity.ts'

const [a, b] = ['a', 'b'] as ArticleUid[] as [ArticleUid, ArticleUid]

describe('a selection in a list', () => {
  it('names a few articles', () => {
    const selection = toggleSelected(selectOnly([a]), b)
    expect(asArticleSelection(selection, 'is:unread')).toEqual({ kind: 'articles', articles: [a, b] })
    expect(selectedCount(selection, 100_000)).toBe(2)
    expect(toggleSelected(toggleSelected(selection, a), b)).toEqual(NOTHING_SELECTED)
  })

  it('names all by their query, but for those taken out', () => {
    const selection = toggleSelected(ALL_SELECTED, a)
    expect([isSelected(selection, a), isSelected(selection, b)]).toEqual([false, true])
    expect(selectedCount(selection, 100_000)).toBe(99_999)
    expect(asArticleSelection(selection, 'tag:"war"')).toEqual({ kind: 'query', query: 'tag:"war"', except: [a] })
    expect(selectedCount(toggleSelected(selection, a), 100_000)).toBe(100_000)
  })
})
