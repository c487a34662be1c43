/** Quotation marks that end a quoted value. */
const QUOTES = /["“”„]/g
/** What an escape may stand before: itself, a quotation mark, and the slash between the steps of a path. */
const ESCAPED = /\\([\\/"“”„])/g

/**
 * A name as a filter's value: `tag:${quoteQueryValue(name)}` finds the tag of exactly that name (and tags below it,
 * as `tag:` always does), whatever it is made of.
 */
export function quoteQueryValue(name: string): string {
  return `"${escapeQuotes(name.replaceAll('\\', '\\\\'))}"`
}

/**
 * A collection's path from the root as a filter's value: `in:${quoteCollectionPath(['Work', 'War'])}`. The slash in
 * front says that it begins at the root; `in:War` finds a collection of that name anywhere.
 */
export function quoteCollectionPath(path: readonly string[]): string {
  const steps = path.map((step) => step.replace(/[\\/]/g, '\\$&'))
  return `"/${escapeQuotes(steps.join('/'))}"`
}

/** What a value means, its escapes resolved. */
export function unescapeQueryValue(value: string): string {
  return value.replace(ESCAPED, '$1')
}

/** The steps of a path that begins at the root, their escapes resolved; undefined for any other value. */
export function pathOfQueryValue(value: string): readonly string[] | undefined {
  if (!value.startsWith('/')) return undefined
  const steps = value.slice(1).match(/(?:\\[\\/"“”„]|[^/])+/g)
  return steps?.map(unescapeQueryValue)
}

function escapeQuotes(text: string): string {
  return text.replace(QUOTES, '\\$&')
}
