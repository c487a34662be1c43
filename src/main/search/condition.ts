import type { TextField } from '../../shared/model/query.ts'

/** A value bound to a statement. */
export type SqlValue = string | number

/** A piece of SQL on `article_listing` (as `l`) with its values. */
export interface Sql {
  readonly sql: string
  readonly values: readonly SqlValue[]
}

/** Text that must be there: a FTS5 expression made of quoted tokens only. */
export interface TextCondition {
  readonly kind: 'text'
  readonly fts: string
  readonly field: TextField | null
  /** A phrase is checked word for word on the text after its stems were found; null when stems are enough. */
  readonly phrase: string | null
}

/** What an article must fulfil: the query with every word expanded. */
export type Condition =
  | TextCondition
  | { readonly kind: 'filter'; readonly filter: Sql }
  | { readonly kind: 'and' | 'or'; readonly children: readonly Condition[] }
  | { readonly kind: 'not'; readonly child: Condition }
  | { readonly kind: 'never' }

/** All of them; one that is itself an `and` is taken in, so that nesting stays shallow. */
export function allOf(children: readonly Condition[]): Condition {
  return combine('and', children)
}

/** At least one of them. */
export function anyOf(children: readonly Condition[]): Condition {
  return combine('or', children)
}

function combine(kind: 'and' | 'or', children: readonly Condition[]): Condition {
  const flat = children.flatMap((child) => (child.kind === kind ? child.children : [child]))
  const [only] = flat
  return flat.length === 1 && only !== undefined ? only : { kind, children: flat }
}

/** Whether a condition speaks of text alone, without filters, negation or notes in particular. */
export function isPureText(condition: Condition): boolean {
  if (condition.kind === 'text') return condition.field !== 'note'
  return (condition.kind === 'and' || condition.kind === 'or') && condition.children.every(isPureText)
}

/** Every text condition that is wanted (not those under a negation). */
export function wantedTexts(condition: Condition): readonly TextCondition[] {
  if (condition.kind === 'text') return [condition]
  return condition.kind === 'and' || condition.kind === 'or' ? condition.children.flatMap(wantedTexts) : []
}

/** Every phrase of a condition, also under negations. */
export function phrasesOf(condition: Condition): readonly TextCondition[] {
  if (condition.kind === 'text') return condition.phrase === null ? [] : [condition]
  if (condition.kind === 'not') return phrasesOf(condition.child)
  return condition.kind === 'and' || condition.kind === 'or' ? condition.children.flatMap(phrasesOf) : []
}
