import type { Condition, Sql, SqlValue } from './condition.ts'
import { ftsExpression, type Side } from './fts-expression.ts'
import { isPureText } from './condition.ts'

/** Rows that stems found but whose text does not hold the phrase, by the phrase's FTS5 expression. */
export type WrongRows = (fts: string, side: Side) => readonly number[]

const NOTE_ARTICLES = `SELECT annotation.article FROM search_note
  CROSS JOIN annotation ON annotation.id = search_note.rowid WHERE search_note MATCH ?`

function join(kind: 'AND' | 'OR', pieces: readonly Sql[]): Sql {
  return { sql: `(${pieces.map((piece) => piece.sql).join(` ${kind} `)})`, values: pieces.flatMap((one) => one.values) }
}

const FALSE: Sql = { sql: '0', values: [] }

/** A condition on articles exactly, as SQL on `article_listing l`: text leaves hold when text or a note matches. */
export function preciseSql(condition: Condition, wrong: WrongRows): Sql {
  if (condition.kind === 'filter') return condition.filter
  if (condition.kind === 'never') return FALSE
  if (condition.kind === 'not') {
    const child = preciseSql(condition.child, wrong)
    return { sql: `NOT coalesce(${child.sql}, 0)`, values: child.values }
  }
  if (condition.kind !== 'text') {
    const children = condition.children.map((child) => preciseSql(child, wrong))
    return join(condition.kind === 'and' ? 'AND' : 'OR', children)
  }
  const article = sideSql(condition, 'article', wrong)
  const note = sideSql(condition, 'note', wrong)
  return join('OR', [article, note])
}

function sideSql(condition: Condition & { kind: 'text' }, side: Side, wrong: WrongRows): Sql {
  const fts = ftsExpression(condition, side)
  if (typeof fts !== 'string') return FALSE
  const bad = condition.phrase === null ? [] : wrong(condition.fts, side)
  const base = side === 'note' ? NOTE_ARTICLES : 'SELECT rowid FROM search_article WHERE search_article MATCH ?'
  const table = side === 'note' ? 'search_note' : 'search_article'
  const values: readonly SqlValue[] = bad.length === 0 ? [fts] : [fts, JSON.stringify(bad)]
  const without = bad.length === 0 ? '' : ` AND ${table}.rowid NOT IN (SELECT value FROM json_each(?))`
  return { sql: `l.article IN (${base}${without})`, values }
}

/** Where hits come from on one side: a FTS5 expression, and what else must hold. */
export interface HitSource {
  readonly fts: string
  /** On `article_listing l`; null when the expression says it all. */
  readonly where: Sql | null
}

/** How to find what fulfils a condition. `listing`: text does not bound it, so articles are gone through. */
export type HitPlan =
  | { readonly kind: 'text'; readonly article: HitSource | null; readonly note: HitSource | null }
  | { readonly kind: 'listing'; readonly where: Sql }

/**
 * Plans a condition: what FTS5 can say alone goes into one expression, exclusions by text too; filters, exclusions by
 * notes and phrases that stems do not settle become SQL beside it.
 */
export function planHits(condition: Condition, wrong: WrongRows, noteMatches: (fts: string) => boolean): HitPlan {
  const conjuncts = condition.kind === 'and' ? condition.children : [condition]
  if (ftsExpression(condition, 'article') === undefined || ftsExpression(condition, 'note') === undefined) {
    return { kind: 'listing', where: preciseSql(condition, wrong) }
  }
  const source = (side: Side): HitSource | null => {
    const fts = ftsExpression(condition, side)
    if (typeof fts !== 'string') return null
    if (side === 'note' && !noteMatches(fts)) return null
    const excluded: string[] = []
    const pieces: Sql[] = []
    for (const conjunct of conjuncts) {
      const fine = isPureText(conjunct) && !hasWrong(conjunct, wrong)
      if (fine) continue
      const exclusion = conjunct.kind === 'not' ? textExclusion(conjunct.child, wrong, noteMatches) : null
      if (exclusion !== null && side === 'article') excluded.push(exclusion)
      else pieces.push(preciseSql(conjunct, wrong))
    }
    const expression = excluded.length === 0 ? fts : `(${fts}) NOT (${excluded.join(' OR ')})`
    return { fts: expression, where: pieces.length === 0 ? null : join('AND', pieces) }
  }
  return { kind: 'text', article: source('article'), note: source('note') }
}

/** The FTS5 expression of an exclusion that text alone settles: no note holds it, no phrase is in doubt. */
function textExclusion(child: Condition, wrong: WrongRows, noteMatches: (fts: string) => boolean): string | null {
  if (!isPureText(child) || hasWrong(child, wrong)) return null
  const inNotes = ftsExpression(child, 'note')
  if (typeof inNotes === 'string' && noteMatches(inNotes)) return null
  return ftsExpression(child, 'article') ?? null
}

function hasWrong(condition: Condition, wrong: WrongRows): boolean {
  if (condition.kind === 'text') {
    return (
      condition.phrase !== null && (['article', 'note'] as const).some((side) => wrong(condition.fts, side).length > 0)
    )
  }
  return (condition.kind === 'and' || condition.kind === 'or') && condition.children.some((one) => hasWrong(one, wrong))
}
