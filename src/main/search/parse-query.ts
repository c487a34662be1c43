import type { ParsedQuery, QueryItem, QueryNode, QuerySpan, TermNode, TextField } from '../../shared/model/query.ts'
import type { UnderstoodPart } from '../../shared/model/search.ts'
import { isFilterName, parseFilter, TEXT_FIELDS } from './query-filters.ts'
import { lexQuery, type Lexeme } from './query-lexer.ts'

/** Most terms of a query; what comes after is ignored, and marked so. */
export const MOST_TERMS = 200
/** Deepest nesting; deeper parentheses are ignored, what is inside is not. */
export const DEEPEST_LEVEL = 50

const isField = (name: string): boolean => TEXT_FIELDS.has(name) || isFilterName(name)

interface Context {
  readonly sign: QueryItem['sign']
  readonly field: TextField | null
  readonly level: number
}

/**
 * Parses a query by recursive descent. It never fails: what cannot be understood is searched as words, and its part
 * says why. `ice OR snow core` means (ice OR snow) and core. `now` is an ISO instant, for `added:7d`.
 */
export function parseQuery(query: string, now: string): ParsedQuery {
  const lexemes = lexQuery(query, isField)
  const parts: UnderstoodPart[] = []
  let at = 0
  let terms = 0

  const textOf = (span: QuerySpan): string => query.slice(span.start, span.end)
  const note = (kind: UnderstoodPart['kind'], span: QuerySpan, context: Context, extra: Partial<UnderstoodPart>): void => {
    const { sign, field } = context
    parts.push({ kind, text: textOf(span), start: span.start, end: span.end, sign, field, problem: null, ...extra })
  }
  const ignore = (span: QuerySpan, context: Context, problem: string): undefined => {
    note('ignored', span, context, { problem })
    return undefined
  }
  const term = (node: TermNode, context: Context, problem: string | null = null): QueryNode | undefined => {
    if (!/[\p{L}\p{N}]/u.test(node.text)) return ignore(node, context, problem ?? 'no-words')
    if (++terms > MOST_TERMS) return ignore(node, context, 'too-many-terms')
    note(node.kind, node, context, { problem })
    return node
  }
  const quoted = (lexeme: Lexeme & { kind: 'quoted' }, context: Context, start: number): QueryNode | undefined => {
    const place = { text: lexeme.text, field: context.field, start, end: lexeme.end }
    if (!lexeme.closed) return term({ kind: 'word', ...place }, context, 'unclosed-quote')
    return term({ kind: 'phrase', distance: lexeme.distance, ...place }, context)
  }
  const field = (name: Lexeme & { kind: 'field' }, context: Context): QueryNode | undefined => {
    const value = lexemes[at]
    const isValue = value?.start === name.end && (value.kind === 'bare' || value.kind === 'quoted')
    const text = TEXT_FIELDS.get(name.name)
    if (text !== undefined && value?.start === name.end && (isValue || value.kind === 'open')) {
      return primary({ ...context, field: text }, name.start)
    }
    const span = { start: name.start, end: isValue ? value.end : name.end }
    if (isValue) at++
    const filter = text === undefined && isValue ? parseFilter(name.name, value.text, now) : undefined
    if (filter === undefined) {
      return term({ kind: 'word', text: textOf(span), field: null, ...span }, context, isValue ? 'unknown-value' : 'no-value')
    }
    note('filter', span, context, { field: name.name })
    return { kind: 'filter', filter, ...span }
  }
  const group = (open: Lexeme, context: Context): QueryNode | undefined => {
    const level = context.level + 1
    const tooDeep = level > DEEPEST_LEVEL
    if (tooDeep) return ignore(open, context, 'too-deep')
    const items = sequence({ ...context, sign: 'plain', level })
    const closing = lexemes[at]
    if (closing?.kind === 'close') at++
    else ignore(open, context, 'unclosed-parenthesis')
    if (items.length === 0) return undefined
    return { kind: 'group', items, start: open.start, end: closing?.end ?? query.length }
  }
  const primary = (context: Context, start: number): QueryNode | undefined => {
    const lexeme = lexemes[at++]
    if (lexeme === undefined) return undefined
    if (lexeme.kind === 'open') return group(lexeme, context)
    if (lexeme.kind === 'quoted') return quoted(lexeme, context, start)
    if (lexeme.kind === 'field') return field(lexeme, context)
    if (lexeme.kind === 'bare') return term(bareTerm(lexeme.text, context.field, { start, end: lexeme.end }), context)
    return ignore(lexeme, context, lexeme.kind === 'close' ? 'unopened-parenthesis' : 'out-of-place')
  }
  const item = (context: Context): QueryItem | undefined => {
    const lexeme = lexemes[at]
    const sign = lexeme?.kind === 'sign' ? lexeme.sign : 'plain'
    if (sign !== 'plain') at++
    const node = primary({ ...context, sign }, lexemes[at]?.start ?? query.length)
    return node === undefined ? undefined : { sign, node }
  }
  const alternatives = (first: QueryItem, context: Context): QueryItem => {
    const items = [first]
    while (lexemes[at]?.kind === 'or' && isOperand(lexemes[at + 1])) {
      const operator = lexemes[at++]
      if (operator !== undefined) note('or', operator, { ...context, sign: 'plain' }, { field: null })
      const next = item(context)
      if (next !== undefined) items.push(next)
    }
    return items.length === 1 ? first : { sign: 'plain', node: orNode(items) }
  }
  const sequence = (context: Context): readonly QueryItem[] => {
    const items: QueryItem[] = []
    while (at < lexemes.length && !(lexemes[at]?.kind === 'close' && context.level > 0)) {
      const first = item(context)
      if (first !== undefined) items.push(alternatives(first, context))
    }
    return items
  }
  const items = sequence({ sign: 'plain', field: null, level: 0 })
  return { root: { kind: 'group', items, start: 0, end: query.length }, parts }
}

function isOperand(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && lexeme.kind !== 'close' && lexeme.kind !== 'or'
}

/** Members of an OR keep their minus by a group of their own. */
function orNode(items: readonly QueryItem[]): QueryNode {
  const children = items.map((one): QueryNode => {
    const { start, end } = one.node
    return one.sign === 'must-not' ? { kind: 'group', items: [one], start, end } : one.node
  })
  return { kind: 'or', children, start: children[0]?.start ?? 0, end: children.at(-1)?.end ?? 0 }
}

const PREFIX = /^(.*[\p{L}\p{N}\p{M}])\*$/u
const FUZZY = /^(.*[\p{L}\p{N}\p{M}])~([12]?)$/u

function bareTerm(text: string, field: TextField | null, span: QuerySpan): TermNode {
  const prefix = PREFIX.exec(text)?.[1]
  if (prefix !== undefined) return { kind: 'prefix', text: prefix, field, ...span }
  const [, word, edits] = FUZZY.exec(text) ?? []
  if (word !== undefined) return { kind: 'fuzzy', text: word, edits: edits === '2' ? 2 : 1, field, ...span }
  return { kind: 'word', text, field, ...span }
}
