import type { QuerySpan } from '../model/query.ts'
import { isFieldName } from './query-filters.ts'
import { lexQuery, type Lexeme } from './query-lexer.ts'

/**
 * Takes one understood part out of a query, with the sign before it, the OR or AND beside it and the parentheses that
 * it leaves empty; everything else means what it meant.
 */
export function removePart(query: string, part: QuerySpan): string {
  const lexemes = lexQuery(query, isFieldName)
  const kept = lexemes.map(({ start, end }) => end <= part.start || start >= part.end)
  takeWhatIsEmpty(lexemes, kept)
  const loose = lexemes.map((_, index) => hasLostASide(lexemes, kept, index))
  return writeKept(
    query,
    lexemes,
    kept.map((stays, index) => stays && loose[index] === false),
  )
}

/** Signs, names of fields and parentheses with nothing after or in them; an emptied group may empty another. */
function takeWhatIsEmpty(lexemes: readonly Lexeme[], kept: boolean[]): void {
  for (let index = lexemes.length - 1; index >= 0; index--) {
    const kind = lexemes[index]?.kind
    if (!kept[index] || kept[index + 1] !== false) continue
    if (kind === 'sign' || kind === 'field') kept[index] = false
    const next = nextKept(kept, index)
    if (kind !== 'open' || lexemes[next]?.kind !== 'close') continue
    kept[index] = false
    kept[next] = false
  }
}

/** Of `a OR b OR c` without b one OR stays, the one before. */
function hasLostASide(lexemes: readonly Lexeme[], kept: readonly boolean[], index: number): boolean {
  if (lexemes[index]?.kind !== 'or') return false
  if (kept[index - 1] === false) return true
  return kept[index + 1] === false && lexemes[nextKept(kept, index)]?.kind !== 'or'
}

function nextKept(kept: readonly boolean[], index: number): number {
  return kept.indexOf(true, index + 1)
}

function lastKept(kept: readonly boolean[], index: number): number {
  return index === 0 ? -1 : kept.lastIndexOf(true, index - 1)
}

/** Neighbours keep what stood between them, an AND for instance; where something went, a space stands. */
function writeKept(query: string, lexemes: readonly Lexeme[], kept: readonly boolean[]): string {
  let written = ''
  for (const [index, lexeme] of lexemes.entries()) {
    if (!kept[index]) continue
    const last = lastKept(kept, index)
    const before = lexemes[last]
    if (before !== undefined) {
      written += last === index - 1 ? query.slice(before.end, lexeme.start) : gapBetween(before, lexeme)
    }
    written += query.slice(lexeme.start, lexeme.end)
  }
  return written
}

function gapBetween(before: Lexeme, after: Lexeme): string {
  return before.kind === 'open' || after.kind === 'close' ? '' : ' '
}
