import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { SearchAnswer, SearchHit } from '../../shared/model/search.ts'
import { createArticleTexts } from './article-texts.ts'
import { askSearch } from './ask-search.ts'
import { createListMemory } from './list-memory.ts'
import { createBusy } from './slow-busy.ts'
import { createSparseRows, type RowStretch } from './sparse-rows.ts'

/** What the results show: one of these, never two at once. */
export type SearchResults =
  | { readonly status: 'idle' }
  | { readonly status: 'failed'; readonly query: string; readonly error: AppError }
  | ({ readonly status: 'ready' } & Omit<SearchAnswer, 'hits'>)

const PAGE = 30

/** The last search: its answer, the results loaded so far, and where a person was in them. */
export const useSearch = defineStore('search', () => {
  const results = shallowRef<SearchResults>({ status: 'idle' })
  const { busy, start, end } = createBusy()
  const memory = createListMemory()
  const texts = createArticleTexts()
  const list = createSparseRows<SearchHit>(PAGE, loadPage)
  let asked: string | null = null

  /** Runs a query; what a newer one has overtaken is dropped. The same query again only reads its results anew, in place. */
  async function run(query: string): Promise<void> {
    if (query === asked && results.value.status === 'ready') {
      await refresh()
      return
    }
    asked = query
    if (query.trim() === '') {
      begin({ status: 'idle' })
      return
    }
    start()
    const answer = await askSearch({ query, limit: PAGE, offset: 0 }, () => asked === query)
    if (asked !== query) return
    if (answer.ok) show(answer.value)
    else begin({ status: 'failed', query, error: answer.error })
  }

  function begin(next: SearchResults): void {
    end()
    memory.forget()
    list.clear()
    texts.clear()
    results.value = next
  }

  function show({ hits, ...answer }: SearchAnswer): void {
    begin({ status: 'ready', ...answer })
    list.put({ offset: 0, rows: hits })
    void texts.readHeadings(hits.map(({ uid }) => uid))
  }

  async function loadPage(offset: number): Promise<RowStretch<SearchHit> | null> {
    const query = asked
    if (query === null) return null
    const answer = await askSearch({ query, limit: PAGE, offset }, () => asked === query)
    if (!answer.ok || query !== asked || results.value.status !== 'ready') return null
    const { hits, total } = answer.value
    if (total !== results.value.total) results.value = { ...results.value, total }
    void texts.readHeadings(hits.map(({ uid }) => uid))
    return { offset, rows: hits }
  }

  /** Reads the results on screen again, in place. */
  async function refresh(): Promise<void> {
    if (results.value.status === 'ready') await list.refresh()
  }

  const { current, scroll, measured, wasOpened } = memory
  const { headings, passages, readPassages, foldPassages } = texts
  const shown = { current, scroll, measured, wasOpened, headings, passages, readPassages, foldPassages }
  return { results, busy, hits: list.rows, need: list.need, run, refresh, ...shown }
})
