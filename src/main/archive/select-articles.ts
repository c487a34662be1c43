import type { ArticleUid } from '../../shared/model/identity.ts'
import type { ArticleSelection } from '../../shared/model/selection.ts'
import type { ArticleSearch } from './ports/article-index.ts'

/**
 * The articles that a selection means now, each once: those named, in the order given, or those that the query finds
 * outside the Trash but for the excepted, the newest first.
 */
export function selectArticles(
  search: Pick<ArticleSearch, 'choose'>,
  selection: ArticleSelection,
): readonly ArticleUid[] {
  if (selection.kind === 'articles') return [...new Set(selection.articles)]
  const except = new Set(selection.except)
  const chosen = search.choose(selection.query)
  return except.size === 0 ? chosen : chosen.filter((uid) => !except.has(uid))
}
