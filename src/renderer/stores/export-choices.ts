import { theHost } from '../api.ts'
import type { ArticleSelection } from '../../shared/model/selection.ts'

/** Something that can be exported, with the words it is offered by. */
export interface ExportChoice {
  readonly selection: ArticleSelection
  readonly label: string
}

/** A choice of the dialog; articles null while they are counted. */
export interface CountedChoice extends ExportChoice {
  readonly articles: number | null
}

/** How many articles a selection names; null when it has to be asked. */
export function namedArticles(selection: ArticleSelection): number | null {
  return selection.kind === 'articles' ? selection.articles.length : null
}

/** Asks how many articles a selection holds; null when that cannot be said. */
export async function countArticles(selection: ArticleSelection): Promise<number | null> {
  if (selection.kind === 'articles') return selection.articles.length
  const page = { sort: 'added', direction: 'down', limit: 0, offset: 0 } as const
  const answer = await theHost().client.request('article.list', { query: selection.query, ...page })
  return answer.ok ? answer.value.total - selection.except.length : null
}
