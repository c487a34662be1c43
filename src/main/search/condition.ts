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
  /** Of a word with `*` or `~`. */
  readonly isOpen?: boolean
  readonly wide?: WideWords
}

/** What a word with `*` or `~` stands for where that is so much that FTS5 is slow with it. */
export interface WideWords {
  /** Every token that begins so; null = none. */
  readonly prefix: string | null
  /** Other tokens. */
  readonly stems: readonly string[]
  /** Expression of what ranks hits in the place of all: of the word's own forms and the nearest. Null = all. */
  readonly ranked: string | null
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
  const flat = withoutRepeats(children.flatMap((child) => (child.kind === kind ? child.children : [child])))
  const [only] = flat
  return flat.length === 1 && only !== undefined ? only : { kind, children: flat }
}

/** A word said twice counts twice; one with `*` or `~` stands for many, and would only cost the more. */
function withoutRepeats(children: readonly Condition[]): readonly Condition[] {
  const seen = new Set<string>()
  return children.filter((child) => {
    if (child.kind !== 'text' || child.isOpen !== true) return true
    const key = `${child.field ?? ''} ${child.fts}`
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
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
  return textsOf(condition).filter(({ phrase }) => phrase !== null)
}

/** Every text condition, also under negations. */
export function textsOf(condition: Condition): readonly TextCondition[] {
  if (condition.kind === 'text') return [condition]
  if (condition.kind === 'not') return textsOf(condition.child)
  return condition.kind === 'and' || condition.kind === 'or' ? condition.children.flatMap(textsOf) : []
}

/** Whether some word in it stands for so much that FTS5 is slow with it. */
export function isWide(condition: Condition): boolean {
  return textsOf(condition).some(({ wide }) => wide !== undefined)
}

/** What must hold besides each other: the parts of an `and`, or the whole. */
export function conjunctsOf(condition: Condition): readonly Condition[] {
  return condition.kind === 'and' ? condition.children : [condition]
}

/** The same condition, in which words that turned out to be narrow are as all others. */
export function withoutNarrow(condition: Condition, isNarrow: (text: TextCondition) => boolean): Condition {
  if (!isWide(condition)) return condition
  if (condition.kind === 'not') return { kind: 'not', child: withoutNarrow(condition.child, isNarrow) }
  if (condition.kind === 'and' || condition.kind === 'or') {
    return { kind: condition.kind, children: condition.children.map((child) => withoutNarrow(child, isNarrow)) }
  }
  if (condition.kind !== 'text' || !isNarrow(condition)) return condition
  const { kind, fts, field, phrase, isOpen } = condition
  return { kind, fts, field, phrase, ...(isOpen === undefined ? {} : { isOpen }) }
}
