import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { SearchAnswer, SearchHit, SearchSort } from '../../shared/model/search.ts'
import { theHost } from '../api.ts'
import type { Result } from '../../shared/result.ts'
import { createArticleTexts } from './article-texts.ts'
import { askSearch } from './ask-search.ts'
import { createListMemory } from './list-memory.ts'
import { createBusy } from './slow-busy.ts'
import { createSparseRows, type RowStretch } from './sparse-rows.ts'

/** What the results show: one of these, never two at once. */
export type SearchResults =
  | { readonly status: 'idle' }
  | { readonly status: 'failed'; readonly query: string; readonly error: AppError }
  /** `typing`: the first hits of a query whose last word is not finished; nothing is counted whole. */
  | ({ readonly status: 'ready'; readonly typing: boolean } & Omit<SearchAnswer, 'hits'>)

const PAGE = 30

type Answers = (isWanted: () => boolean) => Promise<Result<SearchAnswer>>

interface Asked {
  readonly query: string | null
  readonly typing: boolean
}

/** The last search: its answer, the results loaded so far, and where a person was in them. */
export const useSearch = defineStore('search', () => {
  const sort = shallowRef<SearchSort>('relevance')
  const { shown, results, begin, show, start, end, readHeadings } = createShownResults(loadPage)
  /** What was asked for last: each question is a value of its own, so that a late answer knows that it is late. */
  let asked: Asked = { query: null, typing: false }

  /** Runs a query; what a newer one has overtaken is dropped. The same query again only reads its results anew, in place. */
  async function run(query: string): Promise<void> {
    if (query === asked.query && !asked.typing && results.value.status === 'ready') {
      await refresh()
      return
    }
    const page = { query, limit: PAGE, offset: 0, sort: sort.value }
    await ask({ query, typing: false }, (isWanted) => askSearch(page, isWanted))
  }

  /** Shows the first hits while a query is being typed. One that the next key has overtaken is not asked again. */
  async function type(query: string): Promise<void> {
    if (query === asked.query) return
    await ask({ query, typing: true }, () => theHost().client.request('search.typing', { query, limit: PAGE }))
  }

  async function ask(mine: Asked & { readonly query: string }, answers: Answers): Promise<void> {
    asked = mine
    if (mine.query.trim() === '') {
      begin({ status: 'idle' })
      return
    }
    start()
    const answer = await answers(() => asked === mine)
    if (asked !== mine) return
    if (answer.ok) show(answer.value, mine.typing)
    else if (mine.typing) end()
    else begin({ status: 'failed', query: mine.query, error: answer.error })
  }

  /** Goes back to a query that was searched whole, when first hits of another were asked for since. */
  async function stopTyping(query: string): Promise<void> {
    if (asked.typing) await run(query)
  }

  /** Another order of the same results, from the first of them. */
  async function sortBy(order: SearchSort): Promise<void> {
    sort.value = order
    const { query } = asked
    asked = { query: null, typing: false }
    if (query !== null) await run(query)
  }

  async function loadPage(offset: number): Promise<RowStretch<SearchHit> | null> {
    const mine = asked
    if (mine.query === null || mine.typing) return null
    const page = { query: mine.query, limit: PAGE, offset, sort: sort.value }
    const answer = await askSearch(page, () => asked === mine)
    if (!answer.ok || asked !== mine || results.value.status !== 'ready') return null
    const { hits, total } = answer.value
    if (total !== results.value.total) results.value = { ...results.value, total }
    readHeadings(hits)
    return { offset, rows: hits }
  }

  /** Reads the results on screen again, in place. */
  async function refresh(): Promise<void> {
    if (results.value.status === 'ready' && !results.value.typing) await shown.refreshRows()
  }

  return { results, sort, run, type, stopTyping, sortBy, refresh, ...shown }
})

/** The results on screen with what is loaded of them. */
function createShownResults(load: (offset: number) => Promise<RowStretch<SearchHit> | null>) {
  const results = shallowRef<SearchResults>({ status: 'idle' })
  const { busy, start, end } = createBusy()
  const memory = createListMemory()
  const texts = createArticleTexts()
  const list = createSparseRows<SearchHit>(PAGE, load)

  function begin(next: SearchResults): void {
    end()
    memory.forget()
    list.clear()
    texts.clear()
    results.value = next
  }

  function show({ hits, ...answer }: SearchAnswer, typing: boolean): void {
    begin({ status: 'ready', typing, ...answer })
    list.put({ offset: 0, rows: hits })
    readHeadings(hits)
  }

  function readHeadings(hits: readonly SearchHit[]): void {
    void texts.readHeadings(hits.map(({ uid }) => uid))
  }

  const { current, scroll, measured, wasOpened } = memory
  const { headings, passages, readPassages, foldPassages } = texts
  const rows = { hits: list.rows, need: list.need, refreshRows: list.refresh }
  const shown = { busy, current, scroll, measured, wasOpened, headings, passages, readPassages, foldPassages, ...rows }
  return { results, shown, begin, show, start, end, readHeadings }
}
