import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { ArticleDetails } from '../../shared/model/article-details.ts'
import type { Article } from '../../shared/model/article.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { theHost } from '../api.ts'

/** What the pane beside the list shows. */
export type PreviewState =
  | { readonly status: 'none' }
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: AppError }
  | { readonly status: 'ready'; readonly article: Article; readonly details: ArticleDetails | null }

/** Time a row must stay active before its article is read, milliseconds: keys that repeat pass over many. */
const SETTLES = 90

/** The article beside the list. */
export const usePreview = defineStore('preview', () => {
  const state = shallowRef<PreviewState>({ status: 'none' })
  let wanted: ArticleUid | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  /** Shows an article soon, or nothing; what is shown stays until the next is there. */
  function show(uid: ArticleUid | null): void {
    if (uid === wanted) return
    wanted = uid
    clearTimeout(timer)
    if (uid === null) state.value = { status: 'none' }
    else {
      if (state.value.status !== 'ready') state.value = { status: 'loading' }
      timer = setTimeout(() => void read(uid), SETTLES)
    }
  }

  /** Reads the article shown again. */
  async function refresh(): Promise<void> {
    if (wanted !== null) await read(wanted)
  }

  async function read(uid: ArticleUid): Promise<void> {
    const { client } = theHost()
    const [article, details] = await Promise.all([
      client.request('article.get', { uid, version: null }),
      client.request('article.details', { uid }),
    ])
    if (uid !== wanted) return
    state.value = article.ok
      ? { status: 'ready', article: article.value, details: details.ok ? details.value : null }
      : { status: 'failed', error: article.error }
  }

  return { state, show, refresh }
})
