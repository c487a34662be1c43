/** Quotation marks of every kind a query knows; a value cannot hold them. */
const QUOTES = /["“”„]/g

/** A value without what would end it between quotation marks. */
export function unquoted(value: string): string {
  return value.replaceAll(QUOTES, ' ').trim()
}

/** A field's condition as a person would write it: `tag:food`, `in:"Northern ice/Chapter 3"`. */
export function writeFilter(name: string, value: string): string {
  const plain = unquoted(value)
  return /^[^\s()]+$/.test(plain) ? `${name}:${plain}` : `${name}:"${plain}"`
}

/** A query with one more condition at its end. */
export function addCondition(query: string, condition: string): string {
  const before = query.trimEnd()
  return before === '' ? condition : `${before} ${condition}`
}
