import type { QuerySpan } from '../model/query.ts'

/** A lexical piece of a query. Signs belong to what follows them at once. */
export type Lexeme = QuerySpan &
  (
    | { readonly kind: 'open' | 'close' | 'or' }
    | { readonly kind: 'sign'; readonly sign: 'must' | 'must-not' }
    | { readonly kind: 'field'; readonly name: string }
    | { readonly kind: 'quoted'; readonly text: string; readonly distance: number | null; readonly closed: boolean }
    | { readonly kind: 'bare'; readonly text: string }
  )

/** Filters by names that people make up, of any characters. */
const ESCAPING: ReadonlySet<string> = new Set(['tag', 'in'])
const QUOTES = '"“”„'
const SPACE = /\s/
const FIELD = /([a-z]+):/iy
const BARE = /[^\s()"“”„]+/y
const QUOTED = /["“”„]([^"“”„]*)(["“”„]?)(?:(?<=["“”„])~(\d{1,3})(?![^\s()]))?/y

/** A filter's value may hold quotation marks behind a backslash; see `quote-query-value.ts`. */
const QUOTED_VALUE = /["“”„]((?:\\[\\/"“”„]|[^"“”„])*)(["“”„]?)/y

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function lexQuoted(query: string, at: number): Lexeme {
  const [whole = '"', text = '', closing = '', distance] = matchAt(QUOTED, query, at) ?? []
  const near = distance === undefined ? null : Number(distance)
  return { kind: 'quoted', text, distance: near, closed: closing !== '', start: at, end: at + whole.length }
}

/** A quoted value of a filter: escapes are left in it, and nothing is near anything. */
function lexQuotedValue(query: string, at: number): Lexeme {
  const [whole = '"', text = '', closing = ''] = matchAt(QUOTED_VALUE, query, at) ?? []
  return { kind: 'quoted', text, distance: null, closed: closing !== '', start: at, end: at + whole.length }
}

function lexSign(query: string, at: number): Lexeme | undefined {
  const char = query.charAt(at)
  const next = query.charAt(at + 1)
  if ((char !== '-' && char !== '+') || next === '' || SPACE.test(next) || next === ')') return undefined
  return { kind: 'sign', sign: char === '-' ? 'must-not' : 'must', start: at, end: at + 1 }
}

/** A field's name counts only with a value after it: `title: x` and `12:30` are words. */
function lexField(query: string, at: number, isField: (name: string) => boolean): Lexeme | undefined {
  const [whole, name = ''] = matchAt(FIELD, query, at) ?? []
  if (whole === undefined || !isField(name.toLowerCase())) return undefined
  return { kind: 'field', name: name.toLowerCase(), start: at, end: at + whole.length }
}

function lexBare(query: string, at: number): Lexeme {
  const text = matchAt(BARE, query, at)?.[0] ?? query.charAt(at)
  const span = { start: at, end: at + text.length }
  return text === 'OR' ? { kind: 'or', ...span } : { kind: 'bare', text, ...span }
}

function lexAt(query: string, at: number, isField: (name: string) => boolean): Lexeme {
  const char = query.charAt(at)
  if (char === '(') return { kind: 'open', start: at, end: at + 1 }
  if (char === ')') return { kind: 'close', start: at, end: at + 1 }
  if (QUOTES.includes(char)) return lexQuoted(query, at)
  return lexField(query, at, isField) ?? lexBare(query, at)
}

const isBare = (lexeme: Lexeme | undefined, text: string): boolean => lexeme?.kind === 'bare' && lexeme.text === text

/** Whether a term or parenthesis begins here that an AND or NOT can stand before. */
function beginsTerm(lexeme: Lexeme | undefined): boolean {
  if (lexeme === undefined || isBare(lexeme, 'AND') || isBare(lexeme, 'NOT')) return false
  return lexeme.kind !== 'close' && lexeme.kind !== 'or' && lexeme.kind !== 'sign'
}

/** Whether a term or parenthesis ends here that an AND can stand after. */
function endsTerm(lexeme: Lexeme | undefined): boolean {
  return lexeme?.kind === 'bare' || lexeme?.kind === 'quoted' || lexeme?.kind === 'close'
}

/** Whether a lexeme belongs to the sign or field's name before it. */
function isValue(lexeme: Lexeme, before: Lexeme | undefined): boolean {
  return before?.kind === 'sign' || (before?.kind === 'field' && before.end === lexeme.start)
}

/**
 * Takes the operators in capitals out of the words: AND between two terms goes, as a space says the same; NOT before a
 * term is a minus. At the ends of a query or group, after a sign and as a field's value both are words.
 */
function resolveOperators(lexemes: readonly Lexeme[]): readonly Lexeme[] {
  const resolved: Lexeme[] = []
  for (const [index, lexeme] of lexemes.entries()) {
    const before = resolved.at(-1)
    const next = lexemes[index + 1]
    if (isValue(lexeme, before)) resolved.push(lexeme)
    else if (isBare(lexeme, 'NOT') && beginsTerm(next)) {
      resolved.push({ kind: 'sign', sign: 'must-not', start: lexeme.start, end: lexeme.end })
    } else {
      const isNegated = isBare(next, 'NOT') && beginsTerm(lexemes[index + 2])
      const isBetween = endsTerm(before) && (beginsTerm(next) || next?.kind === 'sign' || isNegated)
      if (!isBare(lexeme, 'AND') || !isBetween) resolved.push(lexeme)
    }
  }
  return resolved
}

/**
 * Cuts a query into lexemes; every character but white space belongs to one, but for an AND between terms. `isField`
 * knows the names before colons.
 */
export function lexQuery(query: string, isField: (name: string) => boolean): readonly Lexeme[] {
  return resolveOperators(cutLexemes(query, isField))
}

function cutLexemes(query: string, isField: (name: string) => boolean): readonly Lexeme[] {
  const lexemes: Lexeme[] = []
  for (let at = 0; at < query.length;) {
    if (SPACE.test(query.charAt(at))) {
      at++
      continue
    }
    const before = lexemes.at(-1)
    const begins = before === undefined || before.end < at || before.kind === 'open' || before.kind === 'close'
    const isNamed = before?.kind === 'field' && before.end === at && ESCAPING.has(before.name)
    if (isNamed && QUOTES.includes(query.charAt(at))) {
      const value = lexQuotedValue(query, at)
      lexemes.push(value)
      at = value.end
      continue
    }
    const lexeme = (begins ? lexSign(query, at) : undefined) ?? lexAt(query, at, isField)
    lexemes.push(lexeme)
    at = lexeme.end
  }
  return lexemes
}
