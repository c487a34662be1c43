import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { Client } from '../../shared/ipc/client.ts'
import type { ListAnswer } from '../../shared/model/search.ts'

/** What the list shows: one of these, never two at once. */
export type LibraryState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: AppError }
  | { readonly status: 'ready'; readonly list: ListAnswer }

const NEWEST = { query: '', sort: 'added', direction: 'down', limit: 200, offset: 0 } as const

/** The newest articles of the archive. */
export const useLibrary = defineStore('library', () => {
  const state = shallowRef<LibraryState>({ status: 'loading' })

  async function load(client: Client): Promise<void> {
    const answer = await client.request('article.list', NEWEST)
    state.value = answer.ok ? { status: 'ready', list: answer.value } : { status: 'failed', error: answer.error }
  }

  return { state, load }
})
