import type { ArticleUid } from '../../shared/model/identity.ts'
import type { ArticleSelection } from '../../shared/model/selection.ts'

/** The rows that are selected: some by name, or all of the list but for a few. */
export type ListSelection =
  | { readonly kind: 'some'; readonly articles: ReadonlySet<ArticleUid> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<ArticleUid> }

/** No row. */
export const NOTHING_SELECTED: ListSelection = { kind: 'some', articles: new Set() }
/** Every row of the list, loaded or not. */
export const ALL_SELECTED: ListSelection = { kind: 'all', except: new Set() }

/** These rows and no others. */
export function selectOnly(articles: Iterable<ArticleUid>): ListSelection {
  return { kind: 'some', articles: new Set(articles) }
}

/** Whether a row is selected. */
export function isSelected(selection: ListSelection, article: ArticleUid): boolean {
  return selection.kind === 'some' ? selection.articles.has(article) : !selection.except.has(article)
}

/** The selection with one row turned over. */
export function toggleSelected(selection: ListSelection, article: ArticleUid): ListSelection {
  if (selection.kind === 'some') return { kind: 'some', articles: turned(selection.articles, article) }
  return { kind: 'all', except: turned(selection.except, article) }
}

/** How many rows of a list so long are selected. */
export function selectedCount(selection: ListSelection, total: number): number {
  return selection.kind === 'some' ? selection.articles.size : Math.max(0, total - selection.except.size)
}

/** The selection as bulk actions take it, for a list of this query. */
export function asArticleSelection(selection: ListSelection, query: string): ArticleSelection {
  return selection.kind === 'some'
    ? { kind: 'articles', articles: [...selection.articles] }
    : { kind: 'query', query, except: [...selection.except] }
}

function turned(articles: ReadonlySet<ArticleUid>, article: ArticleUid): ReadonlySet<ArticleUid> {
  const next = new Set(articles)
  if (!next.delete(article)) next.add(article)
  return next
}
