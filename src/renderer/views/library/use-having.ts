import { shallowRef, watch, type ShallowRef } from 'vue'
import type { ArticleRow } from '../../../shared/model/article.ts'
import { theHost } from '../../api.ts'
import { useLibrary } from '../../stores/library.ts'
import { useOverview } from '../../stores/overview.ts'
import { queryOf, type Scope } from '../../stores/scope.ts'
import { collectionItems, havingOf, PATH_STEP, type Having } from '../pickers/picker-items.ts'

/** Most tags or collections that are counted when a whole list is selected. */
const MOST_COUNTED = 60

/** Which tags or collections the selected articles have, found out when `open` says that it will be shown. */
export function useHaving(kind: 'tags' | 'collections', open: () => boolean): Readonly<ShallowRef<Having>> {
  const library = useLibrary()
  const overview = useOverview()
  const having = shallowRef<Having>(new Map())

  async function find(): Promise<void> {
    if (library.selection.kind === 'some') {
      const rows = library.loaded(library.selection.articles)
      having.value = havingOf(rows.map((row: ArticleRow) => row[kind]))
    } else having.value = await count()
  }

  /** A whole list is not loaded, so the archive counts how many of it have each. */
  async function count(): Promise<Having> {
    const { total, order } = library
    const found = new Map<string, 'all' | 'some'>()
    if (total === null || order === null) return found
    for (const [name, scope] of candidates().slice(0, MOST_COUNTED)) {
      const query = `${order.query} ${queryOf(scope)}`
      const answer = await theHost().client.request('article.list', { ...order, query, limit: 1, offset: 0 })
      if (answer.ok && answer.value.total > 0) found.set(name, answer.value.total === total ? 'all' : 'some')
    }
    return found
  }

  function candidates(): readonly (readonly [string, Scope])[] {
    const { tags, collections } = overview
    if (kind === 'tags') return tags.map(({ name }) => [name, { kind: 'tag', tag: name }])
    return collectionItems(collections, new Map()).map(({ id }) => [
      id,
      { kind: 'collection', path: id.split(PATH_STEP) },
    ])
  }

  watch(open, (isOpen) => isOpen && void find(), { flush: 'sync' })
  return having
}
