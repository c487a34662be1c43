import type { ParsedQuery, QueryItem, QueryNode, QuerySpan, TermNode, TextField } from '../model/query.ts'
import type { UnderstoodPart } from '../model/search.ts'
import { isFieldName, namesUnknownField, parseFilter, TEXT_FIELDS } from './query-filters.ts'
import { lexQuery, type Lexeme } from './query-lexer.ts'

/** Most terms of a query; what comes after is ignored, and marked so. */
export const MOST_TERMS = 200
/** Most different words with `*` or `~` of a query, each of which stands for hundreds; more are searched as they are written. */
export const MOST_OPEN = 12
/** Deepest nesting; deeper parentheses are ignored, what is inside is not. */
export const DEEPEST_LEVEL = 50

interface Context {
  readonly sign: QueryItem['sign']
  readonly field: TextField | null
  readonly level: number
}

/** Where the parser stands. */
interface ParserState {
  readonly query: string
  readonly now: string
  readonly lexemes: readonly Lexeme[]
  readonly parts: UnderstoodPart[]
  /** Words with `*` or `~` so far. */
  readonly open: Set<string>
  at: number
  terms: number
}

/**
 * Parses a query by recursive descent. It never fails: what cannot be understood is searched as words, and its part
 * says why. `ice OR snow core` means (ice OR snow) and core. `now` is an ISO instant, for `added:7d`.
 */
export function parseQuery(query: string, now: string): ParsedQuery {
  const state: ParserState = {
    query,
    now,
    lexemes: lexQuery(query, isFieldName),
    parts: [],
    open: new Set(),
    at: 0,
    terms: 0,
  }
  const items = parseSequence(state, { sign: 'plain', field: null, level: 0 })
  return { root: { kind: 'group', items, start: 0, end: query.length }, parts: state.parts }
}

function notePart(
  state: ParserState,
  span: QuerySpan,
  context: Context,
  part: Pick<UnderstoodPart, 'kind'> & Partial<UnderstoodPart>,
): void {
  const { start, end } = span
  const { sign, field } = context
  state.parts.push({ text: state.query.slice(start, end), start, end, sign, field, problem: null, ...part })
}

function ignore(state: ParserState, span: QuerySpan, context: Context, problem: string): QueryNode | undefined {
  notePart(state, span, context, { kind: 'ignored', problem })
  return undefined
}

function keepTerm(
  state: ParserState,
  node: TermNode,
  context: Context,
  problem: string | null = null,
): QueryNode | undefined {
  if (!/[\p{L}\p{N}]/u.test(node.text)) return ignore(state, node, context, problem ?? 'no-words')
  if (++state.terms > MOST_TERMS) return ignore(state, node, context, 'too-many-terms')
  notePart(state, node, context, { kind: node.kind, problem })
  return node
}

function parseSequence(state: ParserState, context: Context): readonly QueryItem[] {
  const items: QueryItem[] = []
  while (state.at < state.lexemes.length && !(state.lexemes[state.at]?.kind === 'close' && context.level > 0)) {
    const first = parseItem(state, context)
    if (first !== undefined) items.push(parseAlternatives(state, first, context))
  }
  return items
}

function parseAlternatives(state: ParserState, first: QueryItem, context: Context): QueryItem {
  const items = [first]
  for (;;) {
    const operator = state.lexemes[state.at]
    if (operator?.kind !== 'or' || !isOperand(state.lexemes[state.at + 1])) break
    state.at++
    notePart(state, operator, { ...context, sign: 'plain', field: null }, { kind: 'or' })
    const next = parseItem(state, context)
    if (next !== undefined) items.push(next)
  }
  return items.length === 1 ? first : { sign: 'plain', node: orNode(items) }
}

function parseItem(state: ParserState, context: Context): QueryItem | undefined {
  const lexeme = state.lexemes[state.at]
  const sign = lexeme?.kind === 'sign' ? lexeme.sign : 'plain'
  if (sign !== 'plain') state.at++
  const start = state.lexemes[state.at]?.start ?? state.query.length
  const node = parsePrimary(state, { ...context, sign }, start)
  return node === undefined ? undefined : { sign, node }
}

/** `start` is where the term began: before its field's name, if it has one. */
function parsePrimary(state: ParserState, context: Context, start: number): QueryNode | undefined {
  const lexeme = state.lexemes[state.at++]
  if (lexeme === undefined) return undefined
  const { end } = lexeme
  if (lexeme.kind === 'open') return parseGroup(state, lexeme, context)
  if (lexeme.kind === 'field') return parseField(state, lexeme, context)
  if (lexeme.kind === 'bare') {
    const problem = isUnknownField(state, lexeme, start) ? 'unknown-field' : null
    const term = bareTerm(lexeme.text, context.field, { start, end })
    if (!isOneOpenTooMany(state, term)) return keepTerm(state, term, context, problem)
    return keepTerm(state, { ...term, kind: 'word' }, context, 'too-many-open')
  }
  if (lexeme.kind !== 'quoted') {
    return ignore(state, lexeme, context, lexeme.kind === 'close' ? 'unopened-parenthesis' : 'out-of-place')
  }
  const place = { text: lexeme.text, field: context.field, start, end }
  if (!lexeme.closed) return keepTerm(state, { kind: 'word', ...place }, context, 'unclosed-quote')
  return keepTerm(state, { kind: 'phrase', distance: lexeme.distance, ...place }, context)
}

function isOneOpenTooMany({ open }: ParserState, term: TermNode): boolean {
  if (term.kind !== 'prefix' && term.kind !== 'fuzzy') return false
  const key = JSON.stringify([term.kind, term.text, term.field])
  const isOver = !open.has(key) && open.size >= MOST_OPEN
  if (!isOver) open.add(key)
  return isOver
}

/** `titel:tee` and `titel:"ice core"`, not `titel: tee`, nor what is itself a field's value. */
function isUnknownField(state: ParserState, { text, start, end }: Lexeme & { kind: 'bare' }, from: number): boolean {
  if (from < start || !namesUnknownField(text)) return false
  return !text.endsWith(':') || state.lexemes[state.at]?.start === end
}

function parseGroup(state: ParserState, open: Lexeme, context: Context): QueryNode | undefined {
  const level = context.level + 1
  if (level > DEEPEST_LEVEL) return ignore(state, open, context, 'too-deep')
  const items = parseSequence(state, { ...context, sign: 'plain', level })
  const closing = state.lexemes[state.at]
  if (closing?.kind === 'close') state.at++
  else ignore(state, open, context, 'unclosed-parenthesis')
  if (items.length === 0) return undefined
  return { kind: 'group', items, start: open.start, end: closing?.end ?? state.query.length }
}

function parseField(state: ParserState, name: Lexeme & { kind: 'field' }, context: Context): QueryNode | undefined {
  const next = state.lexemes[state.at]
  const value = next?.start === name.end ? next : undefined
  const isValue = value?.kind === 'bare' || value?.kind === 'quoted'
  const text = TEXT_FIELDS.get(name.name)
  if (text !== undefined && (isValue || value?.kind === 'open')) {
    return parsePrimary(state, { ...context, field: text }, name.start)
  }
  const span = { start: name.start, end: isValue ? value.end : name.end }
  if (isValue) state.at++
  const filter = isValue ? parseFilter(name.name, value.text, state.now) : undefined
  if (filter === undefined) {
    const words = { kind: 'word', text: state.query.slice(span.start, span.end), field: null, ...span } as const
    return keepTerm(state, words, context, isValue ? 'unknown-value' : 'no-value')
  }
  notePart(state, span, context, { kind: 'filter', field: name.name })
  return { kind: 'filter', filter, ...span }
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
/** Letters or digits on both sides of every `&`: a name such as AT&T, whose parts mean nothing by themselves. */
const JOINED = /^[\p{L}\p{N}\p{M}]+(?:&[\p{L}\p{N}\p{M}]+)+$/u
const FUZZY = /^(.*[\p{L}\p{N}\p{M}])~([12]?)$/u

function bareTerm(text: string, field: TextField | null, span: QuerySpan): TermNode {
  const prefix = PREFIX.exec(text)?.[1]
  if (prefix !== undefined) return { kind: 'prefix', text: prefix, field, ...span }
  const [, word, edits] = FUZZY.exec(text) ?? []
  if (word !== undefined) return { kind: 'fuzzy', text: word, edits: edits === '2' ? 2 : 1, field, ...span }
  if (JOINED.test(text)) return { kind: 'phrase', text, distance: null, field, ...span }
  return { kind: 'word', text, field, ...span }
}
