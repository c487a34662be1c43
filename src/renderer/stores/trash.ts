import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import type { OrganisedArticles } from '../../shared/model/organisation.ts'
import type { DeletionReport, TrashRow } from '../../shared/model/trash.ts'
import { type Result } from '../../shared/result.ts'
import { theHost } from '../api.ts'
import { useJobs } from './jobs.ts'

/** What lies in the Trash, as far as it was read. */
export type TrashState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: AppError }
  | { readonly status: 'ready'; readonly rows: readonly TrashRow[]; readonly total: number }

/** Rows of one request, the most that the contract gives. */
const PAGE = 500

/** The Trash. */
export const useTrash = defineStore('trash', () => {
  const jobs = useJobs()
  const state = shallowRef<TrashState>({ status: 'loading' })

  /** Reads again as many rows as were shown, at least a page. */
  async function load(): Promise<void> {
    const wanted = state.value.status === 'ready' ? state.value.rows.length : PAGE
    await read(Math.max(PAGE, wanted))
  }

  /** Reads one more page. */
  async function more(): Promise<void> {
    if (state.value.status === 'ready') await read(state.value.rows.length + PAGE)
  }

  async function read(wanted: number): Promise<void> {
    const rows: TrashRow[] = []
    let total: number
    do {
      const answer = await theHost().client.request('trash.list', { limit: PAGE, offset: rows.length })
      if (!answer.ok) {
        state.value = { status: 'failed', error: answer.error }
        return
      }
      total = answer.value.total
      rows.push(...answer.value.rows)
      if (answer.value.rows.length === 0) break
    } while (rows.length < Math.min(wanted, total))
    state.value = { status: 'ready', rows, total }
  }

  /** Puts articles back where they were. */
  async function restore(articles: readonly ArticleUid[]): Promise<Result<OrganisedArticles>> {
    const done = await theHost().client.request('article.trash', { articles, trashed: false })
    await load()
    return done
  }

  /** Deletes articles for ever. */
  async function deleteForEver(articles: readonly ArticleUid[]): Promise<Result<DeletionReport>> {
    const done = await theHost().client.request('article.delete', { articles })
    await load()
    return done
  }

  /** Deletes everything in the Trash for ever, as long work. */
  async function empty(): Promise<Result<DeletionReport>> {
    const ended = await jobs.run({ kind: 'trash.empty', input: {} })
    await load()
    if (!ended.ok) return ended
    if (ended.value.state.status === 'failed') return { ok: false, error: ended.value.state.error }
    if (ended.value.state.status === 'running') throw new Error('a job that ended still runs')
    // The kind of the job says which output it has.
    return { ok: true, value: ended.value.state.output as DeletionReport }
  }

  return { state, load, more, restore, deleteForEver, empty }
})
