import type { QuerySpan } from '../../shared/model/query.ts'

/** A lexical piece of a query. Signs belong to what follows them at once. */
export type Lexeme = QuerySpan &
  (
    | { readonly kind: 'open' | 'close' | 'or' }
    | { readonly kind: 'sign'; readonly sign: 'must' | 'must-not' }
    | { readonly kind: 'field'; readonly name: string }
    | { readonly kind: 'quoted'; readonly text: string; readonly distance: number | null; readonly closed: boolean }
    | { readonly kind: 'bare'; readonly text: string }
  )

const QUOTES = '"“”„'
const SPACE = /\s/
const FIELD = /([a-z]+):/iy
const BARE = /[^\s()"“”„]+/y
const QUOTED = /["“”„]([^"“”„]*)(["“”„]?)(?:(?<=["“”„])~(\d{1,3})(?![^\s()]))?/y

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function lexQuoted(query: string, at: number): Lexeme {
  const [whole = '"', text = '', closing = '', distance] = matchAt(QUOTED, query, at) ?? []
  const near = distance === undefined ? null : Number(distance)
  return { kind: 'quoted', text, distance: near, closed: closing !== '', start: at, end: at + whole.length }
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

/** Cuts a query into lexemes; every character but white space belongs to one. `isField` knows the names before colons. */
export function lexQuery(query: string, isField: (name: string) => boolean): readonly Lexeme[] {
  const lexemes: Lexeme[] = []
  for (let at = 0; at < query.length;) {
    if (SPACE.test(query.charAt(at))) {
      at++
      continue
    }
    const before = lexemes.at(-1)
    const begins = before === undefined || before.end < at || before.kind === 'open' || before.kind === 'close'
    const lexeme = (begins ? lexSign(query, at) : undefined) ?? lexAt(query, at, isField)
    lexemes.push(lexeme)
    at = lexeme.end
  }
  return lexemes
}
