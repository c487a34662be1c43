import type { TextField } from '../../shared/model/query.ts'
import type { Condition } from './condition.ts'

/** Which FTS5 table an expression is for. */
export type Side = 'article' | 'note'

const COLUMN_FILTERS: Readonly<Record<Exclude<TextField, 'note'>, string>> = {
  title: '{title}',
  byline: '{byline}',
  body: '{standfirst body}',
}

/** A token as FTS5 takes it. Tokens hold no quotes (analysis, rule 5), so nothing a person types is ever syntax. */
export function quoteTokens(tokens: readonly string[], prefix = false): string {
  return `"${tokens.join(' ')}"${prefix ? ' *' : ''}`
}

/** Alternatives, in parentheses where there are several. */
export function orExpression(expressions: readonly string[]): string {
  const distinct = [...new Set(expressions)]
  return distinct.length === 1 ? (distinct[0] ?? '') : `(${distinct.join(' OR ')})`
}

function fieldExpression(fts: string, field: TextField | null, side: Side): string | null {
  if (side === 'note') return field === null || field === 'note' ? fts : null
  if (field === null) return fts
  return field === 'note' ? null : `(${COLUMN_FILTERS[field]} : ${fts})`
}

/**
 * The FTS5 expression of a condition on one side: exact for pure text, else the widest expression that misses
 * nothing. `null` = nothing on this side can match; `undefined` = text does not bound the condition (filters only).
 */
export function ftsExpression(condition: Condition, side: Side): string | null | undefined {
  if (isDeeperThan(condition, DEEPEST_EXPRESSION)) return undefined
  if (condition.kind === 'text') {
    if (condition.field === 'note' && side === 'article') return undefined
    return fieldExpression(condition.fts, condition.field, side)
  }
  if (condition.kind === 'never') return null
  if (condition.kind === 'filter' || condition.kind === 'not') return undefined
  const children = condition.children.map((child) => ftsExpression(child, side))
  return condition.kind === 'and' ? conjunction(children) : disjunction(children)
}

/** FTS5's parser has a stack of 100 entries, of which each level takes up to three. */
const DEEPEST_EXPRESSION = 16

function isDeeperThan(condition: Condition, levels: number): boolean {
  if (condition.kind !== 'and' && condition.kind !== 'or') return false
  return levels === 0 || condition.children.some((child) => isDeeperThan(child, levels - 1))
}

function conjunction(children: readonly (string | null | undefined)[]): string | null | undefined {
  if (children.includes(null)) return null
  const bounding = children.filter((child) => typeof child === 'string')
  if (bounding.length === 0) return undefined
  return bounding.length === 1 ? bounding[0] : `(${bounding.join(' AND ')})`
}

function disjunction(children: readonly (string | null | undefined)[]): string | null | undefined {
  if (children.includes(undefined)) return undefined
  const possible = children.filter((child) => typeof child === 'string')
  return possible.length === 0 ? null : orExpression(possible)
}
