import type { ArticleRow } from '../../shared/model/article.ts'
import type { ArticleUid } from '../../shared/model/identity.ts'

/** Rows of one page. */
export const PAGE = 100
/** Pages kept; the furthest from sight go first. */
const KEPT = 300

/** Loaded pages of a list, and whether they are of its newest state. */
export interface PageShelf {
  readonly rowAt: (index: number) => ArticleRow | undefined
  readonly rowsOf: (articles: ReadonlySet<ArticleUid>) => readonly ArticleRow[]
  /** Where an article stands, as far as fresh pages tell. */
  readonly indexOf: (article: ArticleUid) => number | undefined
  readonly isFresh: (page: number) => boolean
  /** Keeps a page; `here` is the one in sight, `last` the list's last, which stays as the first does. */
  readonly put: (page: number, rows: readonly ArticleRow[], place: ShelfPlace) => void
  /** Makes all pages old, and forgets those but the ones named. */
  readonly age: (keep: ReadonlySet<number>) => void
}

/** Where in the list a person is, and where it ends. */
export interface ShelfPlace {
  readonly here: number
  readonly last: number
}

/** Makes an empty shelf. */
export function createPageShelf(): PageShelf {
  const pages = new Map<number, { readonly rows: readonly ArticleRow[]; readonly isFresh: boolean }>()

  function forgetFarFrom({ here, last }: ShelfPlace): void {
    if (pages.size <= KEPT) return
    const between = [...pages.keys()].filter((page) => page !== 0 && page !== last)
    const far = between.toSorted((a, b) => Math.abs(b - here) - Math.abs(a - here))
    for (const page of far.slice(0, pages.size - KEPT)) pages.delete(page)
  }

  function indexOf(article: ArticleUid): number | undefined {
    for (const [page, { rows, isFresh }] of pages) {
      const at = isFresh ? rows.findIndex(({ uid }) => uid === article) : -1
      if (at >= 0) return page * PAGE + at
    }
    return undefined
  }

  return {
    indexOf,
    rowAt: (index) => pages.get(Math.floor(index / PAGE))?.rows[index % PAGE],
    rowsOf: (articles) => [...pages.values()].flatMap(({ rows }) => rows.filter(({ uid }) => articles.has(uid))),
    isFresh: (page) => pages.get(page)?.isFresh === true,
    put: (page, rows, place) => {
      pages.set(page, { rows, isFresh: true })
      forgetFarFrom(place)
    },
    age: (keep) => {
      for (const [page, { rows }] of pages) {
        if (keep.has(page)) pages.set(page, { rows, isFresh: false })
        else pages.delete(page)
      }
    },
  }
}
