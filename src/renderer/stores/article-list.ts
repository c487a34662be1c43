import { shallowRef, type Ref, type ShallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { ArticleRow } from '../../shared/model/article.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'
import type { ListPeriod } from '../../shared/model/list-period.ts'
import type { ListSort, SortDirection } from '../../shared/model/search.ts'
import type { Result } from '../../shared/result.ts'
import { theHost } from '../api.ts'
import { createArticlePages, type ArticlePages } from './article-pages.ts'

/** Which list, in which order. */
export interface ListOrder {
  readonly query: string
  readonly sort: ListSort
  readonly direction: SortDirection
}

/** A list of articles: its order, its length, and the rows that came. */
export interface ArticleListState {
  readonly order: ShallowRef<ListOrder | null>
  readonly total: Ref<number | null>
  readonly periods: ShallowRef<readonly ListPeriod[]>
  readonly error: ShallowRef<AppError | null>
  /** A row as far as it is loaded; reactive. */
  readonly rowAt: (index: number) => ArticleRow | undefined
  readonly loaded: (articles: ReadonlySet<ArticleUid>) => readonly ArticleRow[]
  /** Where an article stands by the rows that were read since the list was last read again; undefined when it is not among them. */
  readonly indexOf: (article: ArticleUid) => number | undefined
  /** A stretch read at once, at most 500 rows, whatever is in sight. */
  readonly load: (offset: number, limit: number) => Promise<readonly ArticleRow[]>
  readonly want: (first: number, last: number) => void
  /** Shows another list from its beginning. */
  readonly open: (order: ListOrder) => void
  /** Reads headings and rows again; what is in sight has moved by `shift` rows. Resolves when the first of it is there. */
  readonly reread: (shift: number) => Promise<void>
}

/** Makes a list that shows nothing yet. */
export function createArticleList(): ArticleListState {
  const order = shallowRef<ListOrder | null>(null)
  const total = shallowRef<number | null>(null)
  const periods = shallowRef<readonly ListPeriod[]>([])
  const error = shallowRef<AppError | null>(null)
  /** Rises whenever rows came; rows themselves are not reactive, there may be many. */
  const edition = shallowRef(0)
  let pages: ArticlePages | null = null

  function open(next: ListOrder): void {
    pages?.stop()
    order.value = next
    total.value = null
    periods.value = []
    error.value = null
    pages = createArticlePages(
      (offset, limit) => theHost().client.request('article.list', { ...next, offset, limit }),
      {
        onTotal: (found) => (total.value = found),
        onRows: () => {
          error.value = null
          edition.value++
        },
        onFailure: (failure) => (error.value = failure),
      },
    )
    pages.want(0, 0)
    void readPeriods(next)
  }

  /** The same headings again would have every row measured anew. */
  function putPeriods(found: Result<readonly ListPeriod[]>): void {
    if (found.ok && !isSame(found.value, periods.value)) periods.value = found.value
  }

  async function readPeriods(of: ListOrder): Promise<void> {
    const found = await askPeriods(of)
    if (of === order.value) putPeriods(found)
  }

  async function reread(shift: number): Promise<void> {
    const now = order.value
    if (now === null) return
    const found = await askPeriods(now)
    await pages?.renew(shift)
    if (now === order.value) putPeriods(found)
  }

  async function load(offset: number, limit: number): Promise<readonly ArticleRow[]> {
    if (order.value === null) return []
    const answer = await theHost().client.request('article.list', { ...order.value, offset, limit })
    return answer.ok ? answer.value.rows : []
  }

  return {
    order,
    total,
    periods,
    error,
    // The edition is read so that whoever shows a row is told when rows come.
    rowAt: (index) => (edition.value >= 0 ? pages?.rowAt(index) : undefined),
    loaded: (articles) => pages?.rowsOf(articles) ?? [],
    indexOf: (article) => pages?.indexOf(article),
    load,
    want: (first, last) => pages?.want(first, last),
    open,
    reread,
  }
}

function askPeriods(of: ListOrder): Promise<Result<readonly ListPeriod[]>> {
  return theHost().client.request('article.periods', of)
}

function isSame(some: readonly ListPeriod[], others: readonly ListPeriod[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ key, start }, at) => key === others[at]?.key && start === others[at].start)
  )
}
