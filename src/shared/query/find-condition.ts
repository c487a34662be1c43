import type { QuerySpan } from '../model/query.ts'
import { parseQuery } from './parse-query.ts'
import { removePart } from './remove-part.ts'

/** Only places are wanted, which no date moves. */
const ANY_INSTANT = '2000-01-01T00:00:00.000Z'

/** Where in a query the parts of a condition stand, each as written; null unless all of them do. */
function findCondition(query: string, condition: string): readonly QuerySpan[] | null {
  const wanted = partsOf(condition)
  const there = partsOf(query)
  const found = wanted.map((part) => there.find(({ text }) => text === part.text))
  return found.length > 0 && found.every((part) => part !== undefined) ? found : null
}

/**
 * Whether every hit of a query must fulfil a condition (`tag:food`, `after:2021 before:2023`), as it is written. Among
 * alternatives or excluded it narrows nothing.
 */
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

interface Part extends QuerySpan {
  readonly text: string
}

/** The fields and words that stand side by side in a query, outside groups, not excluded. */
function partsOf(query: string): readonly Part[] {
  return parseQuery(query, ANY_INSTANT).root.items.flatMap(({ sign, node: { kind, start, end } }) =>
    sign === 'must-not' || kind === 'or' || kind === 'group' ? [] : [{ start, end, text: query.slice(start, end) }],
  )
}
