import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { ArticleRow } from '../../shared/model/article.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import type { ListRequest } from '../../shared/model/search.ts'
import { theHost } from '../api.ts'

/** The list an article was opened from. */
export type ArticleList = Pick<ListRequest, 'query' | 'sort' | 'direction'>

/** The articles beside the open one in the list it came from. */
export const useNeighbours = defineStore('neighbours', () => {
  const previous = shallowRef<ArticleRow | null>(null)
  const next = shallowRef<ArticleRow | null>(null)
  let asked: ArticleUid | null = null

  /**
   * Looks for both. An article that fell out of its list (one read it, and the list is of unread ones) keeps the neighbours it
   * had, so that one can still go on from it.
   */
  async function find(uid: ArticleUid, list: ArticleList): Promise<void> {
    const isOther = asked !== uid
    asked = uid
    const { client } = theHost()
    const at = await client.request('article.find', { ...list, uid })
    if (asked !== uid) return
    if (!at.ok || at.value === null) {
      if (isOther) set(null, null)
      return
    }
    const offset = Math.max(0, at.value - 1)
    const rows = await client.request('article.list', { ...list, limit: 3, offset })
    if (asked !== uid || !rows.ok) return
    const index = rows.value.rows.findIndex((row) => row.uid === uid)
    set(rows.value.rows[index - 1] ?? null, index < 0 ? null : (rows.value.rows[index + 1] ?? null))
  }

  function set(before: ArticleRow | null, after: ArticleRow | null): void {
    previous.value = before
    next.value = after
  }

  return { previous, next, find }
})
