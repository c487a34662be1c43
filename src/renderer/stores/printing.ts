import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import { theHost } from '../api.ts'

/** How the last printing stands. */
export type Printing =
  | { readonly status: 'running' }
  | { readonly status: 'done'; readonly file: string }
  | { readonly status: 'failed'; readonly error: AppError }

/** Printing to PDF, and how the last one ended until somebody has read it. */
export const usePrinting = defineStore('printing', () => {
  const state = shallowRef<Printing | null>(null)

  /** Prints the current version of an article; one at a time. */
  async function print(uid: ArticleUid): Promise<void> {
    if (state.value?.status === 'running') return
    state.value = { status: 'running' }
    const printed = await theHost().client.request('host.printPdf', { uid, version: null })
    if (!printed.ok) state.value = { status: 'failed', error: printed.error }
    else state.value = printed.value.file === null ? null : { status: 'done', file: printed.value.file }
  }

  function dismiss(): void {
    state.value = null
  }

  return { state, print, dismiss }
})
