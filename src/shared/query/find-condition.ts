import { isFieldName } from './query-filters.ts'
import { lexQuery } from './query-lexer.ts'
import type { QuerySpan } from '../model/query.ts'
import { removePart } from './remove-part.ts'

/** Where in a query the words of a condition stand, each as written; null unless all of them do. */
function findCondition(query: string, condition: string): readonly QuerySpan[] | null {
  const wanted = piecesOf(condition)
  const there = piecesOf(query)
  const found = wanted.map((piece) => there.find(({ text }) => text === piece.text))
  return found.length > 0 && found.every((piece) => piece !== undefined) ? found : null
}

/** Whether a query has a condition (`tag:food`, `after:2021 before:2023`) as it is written. */
export function hasCondition(query: string, condition: string): boolean {
  return findCondition(query, condition) !== null
}

/** A query without a condition; the query itself when it does not have it. */
export function dropCondition(query: string, condition: string): string {
  const spans = findCondition(query, condition) ?? []
  return spans
    .toSorted((one, other) => other.start - one.start)
    .reduce((without, span) => removePart(without, span), query)
}

interface Piece extends QuerySpan {
  readonly text: string
}

/** A field with its value, or a word, as one piece each. */
function piecesOf(query: string): readonly Piece[] {
  const pieces: Piece[] = []
  let field: { readonly start: number; readonly end: number } | null = null
  for (const { kind, start, end } of lexQuery(query, isFieldName)) {
    if (kind === 'field') field = { start, end }
    else {
      const from = field?.end === start ? field.start : start
      pieces.push({ start: from, end, text: query.slice(from, end) })
      field = null
    }
  }
  return pieces
}
