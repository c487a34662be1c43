import type { ArticleUid } from './identity.ts'

/**
 * The articles that a bulk action is for: named one by one, or all that a query finds but for some. A query is
 * resolved when the action runs, so that 100 000 selected articles cross no border by name.
 */
export type ArticleSelection =
  | { readonly kind: 'articles'; readonly articles: readonly ArticleUid[] }
  | { readonly kind: 'query'; readonly query: string; readonly except: readonly ArticleUid[] }
