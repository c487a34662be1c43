import { quoteCollectionPath, quoteQueryValue } from '../../shared/query/quote-query-value.ts'

/** Which articles the library shows. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'unread' }
  | { readonly kind: 'starred' }
  /** A collection by its names from the root. */
  | { readonly kind: 'collection'; readonly path: readonly string[] }
  | { readonly kind: 'tag'; readonly tag: string }

/** The query that lists a scope, whatever its names are made of. */
export function queryOf(scope: Scope): string {
  switch (scope.kind) {
    case 'all':
      return ''
    case 'unread':
      return 'is:unread'
    case 'starred':
      return 'is:starred'
    case 'collection':
      return `in:${quoteCollectionPath(scope.path)}`
    case 'tag':
      return `tag:${quoteQueryValue(scope.tag)}`
  }
}
