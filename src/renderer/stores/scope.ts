/** Which articles the library shows. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'unread' }
  | { readonly kind: 'starred' }
  /** A collection by its names from the root. */
  | { readonly kind: 'collection'; readonly path: readonly string[] }
  | { readonly kind: 'tag'; readonly tag: string }

/** The query that lists a scope. */
export function queryOf(scope: Scope): string {
  switch (scope.kind) {
    case 'all':
      return ''
    case 'unread':
      return 'is:unread'
    case 'starred':
      return 'is:starred'
    case 'collection':
      return `in:${quoted(scope.path.join('/'))}`
    case 'tag':
      return `tag:${quoted(scope.tag)}`
  }
}

/** Quotation marks end a quoted value and cannot be written in one; a space stands for them. */
function quoted(value: string): string {
  return `"${value.replaceAll(/["“”„]/g, ' ')}"`
}
