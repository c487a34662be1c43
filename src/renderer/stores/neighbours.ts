import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { ArticleRow } from '../../shared/model/article.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import type { ListRequest } from '../../shared/model/search.ts'
import { theHost } from '../api.ts'
import type { ListOrder } from './article-list.ts'
import { useLibrary } from './library.ts'
import { useSearch } from './search.ts'

/** What an article was opened from: a list in its order, or the results of a search in theirs. */
export type OpenedFrom =
  | ({ readonly kind: 'list' } & Pick<ListRequest, 'query' | 'sort' | 'direction'>)
  | { readonly kind: 'results'; readonly query: string }

/** The articles beside one, null at the ends. */
interface Beside {
  readonly previous: ArticleRow | null
  readonly next: ArticleRow | null
}

/** The articles beside the open one in what it came from. */
export const useNeighbours = defineStore('neighbours', () => {
  const previous = shallowRef<ArticleRow | null>(null)
  const next = shallowRef<ArticleRow | null>(null)
  let asked: ArticleUid | null = null
  let finding: Promise<void> = Promise.resolve()
  /** Whether they are being looked for. */
  const isFinding = shallowRef(false)

  /**
   * Looks for both. An article that fell out of its list (one read it, and the list is of unread ones) keeps the neighbours it
   * had, so that one can still go on from it.
   */
  function find(uid: ArticleUid, from: OpenedFrom): Promise<void> {
    isFinding.value = true
    const mine = findBeside(uid, from).finally(() => {
      if (finding === mine) isFinding.value = false
    })
    finding = mine
    return mine
  }

  async function findBeside(uid: ArticleUid, from: OpenedFrom): Promise<void> {
    const isOther = asked !== uid
    asked = uid
    const beside = from.kind === 'results' ? await besideInResults(uid, from.query) : await besideInList(uid, from)
    if (asked !== uid || (beside === null && !isOther)) return
    previous.value = beside?.previous ?? null
    next.value = beside?.next ?? null
  }

  /** Ends when what was asked last is known: a key may come before it. */
  const known = (): Promise<void> => finding

  return { previous, next, isFinding, find, known }
})

/** Null when the article is not in the list, or the list cannot be had. */
async function besideInList(
  uid: ArticleUid,
  { query, sort, direction }: Extract<OpenedFrom, { readonly kind: 'list' }>,
): Promise<Beside | null> {
  const { client } = theHost()
  const list = { query, sort, direction }
  const at = await client.request('article.find', { ...list, uid })
  if (!at.ok || at.value === null) return null
  followInLibrary(uid, list, at.value)
  const offset = Math.max(0, at.value - 1)
  const answer = await client.request('article.list', { ...list, limit: 3, offset })
  const index = answer.ok ? answer.value.rows.findIndex((row) => row.uid === uid) : -1
  if (!answer.ok || index < 0) return null
  return { previous: answer.value.rows[index - 1] ?? null, next: answer.value.rows[index + 1] ?? null }
}

/** The library's row is that of the article being read, so that the way back leads to it. */
function followInLibrary(uid: ArticleUid, list: ListOrder, index: number): void {
  const library = useLibrary()
  const isOther = library.active?.uid !== uid
  if (isOther && JSON.stringify(library.order) === JSON.stringify(list)) void library.activate(index, 'only')
}

/**
 * In the results' order, as they were shown; the article becomes the current result, so that the way back leads to it. Null
 * when it is not among the results that were loaded.
 */
async function besideInResults(uid: ArticleUid, query: string): Promise<Beside | null> {
  const search = useSearch()
  const isShown = (): boolean =>
    search.results.status === 'ready' && !search.results.typing && search.results.query === query
  if (!isShown()) await search.run(query)
  const index = [...search.hits].find(([, hit]) => hit.uid === uid)?.[0]
  if (!isShown() || index === undefined) return null
  search.current = index
  search.wasOpened = true
  await search.need(Math.max(0, index - 1), index + 2)
  const rowAt = (at: number): ArticleRow | null => search.hits.get(at)?.row ?? null
  return { previous: rowAt(index - 1), next: rowAt(index + 1) }
}
