import {
  allOf,
  conjunctsOf,
  isPureText,
  isWide,
  textsOf,
  type Condition,
  type Sql,
  type SqlValue,
} from './condition.ts'
import { ftsExpression, orExpression, type Side } from './fts-expression.ts'

/** Rows that stems found but whose text does not hold the phrase, by the phrase's FTS5 expression. */
export type WrongRows = (fts: string, side: Side) => readonly number[]

/** What planning asks of the index. */
export interface Planning {
  readonly wrong: WrongRows
  readonly noteMatches: (fts: string) => boolean
  /** Rows of the index of articles that a condition of text finds. */
  readonly articleRows: (condition: Condition) => readonly number[]
  /** Whether a word stands in so many articles that bm25 gives nothing for it. */
  readonly isEverywhere: (condition: Condition) => boolean
}

const NOTE_ARTICLES = `SELECT annotation.article FROM search_note
  CROSS JOIN annotation ON annotation.id = search_note.rowid WHERE search_note MATCH ?`

function join(kind: 'AND' | 'OR', pieces: readonly Sql[]): Sql {
  return { sql: `(${pieces.map((piece) => piece.sql).join(` ${kind} `)})`, values: pieces.flatMap((one) => one.values) }
}

const FALSE: Sql = { sql: '0', values: [] }

/** A condition on articles exactly, as SQL on `article_listing l`: text leaves hold when text or a note matches. */
function preciseSql(condition: Condition, planning: Planning): Sql {
  if (condition.kind === 'filter') return condition.filter
  if (condition.kind === 'never') return FALSE
  if (condition.kind === 'not') {
    const child = preciseSql(condition.child, planning)
    return { sql: `NOT coalesce(${child.sql}, 0)`, values: child.values }
  }
  if (condition.kind !== 'text') {
    const children = condition.children.map((child) => preciseSql(child, planning))
    return join(condition.kind === 'and' ? 'AND' : 'OR', children)
  }
  const article = sideSql(condition, 'article', planning)
  const note = sideSql(condition, 'note', planning)
  return join('OR', [article, note])
}

function sideSql(condition: Condition & { kind: 'text' }, side: Side, { wrong, articleRows }: Planning): Sql {
  const fts = ftsExpression(condition, side)
  if (typeof fts !== 'string') return FALSE
  if (side === 'article' && condition.wide !== undefined) return listedSql(articleRows(condition))
  const bad = condition.phrase === null ? [] : wrong(condition.fts, side)
  const base = side === 'note' ? NOTE_ARTICLES : 'SELECT rowid FROM search_article WHERE search_article MATCH ?'
  const table = side === 'note' ? 'search_note' : 'search_article'
  const values: readonly SqlValue[] = bad.length === 0 ? [fts] : [fts, JSON.stringify(bad)]
  const without = bad.length === 0 ? '' : ` AND ${table}.rowid NOT IN (SELECT value FROM json_each(?))`
  return { sql: `l.article IN (${base}${without})`, values }
}

function listedSql(rows: readonly number[]): Sql {
  return { sql: 'l.article IN (SELECT value FROM json_each(?))', values: [JSON.stringify(rows)] }
}

/** Where hits come from on one side: a FTS5 expression, and what else must hold. */
export interface HitSource {
  readonly fts: string
  /** On `article_listing l`; null when the expression says it all. */
  readonly where: Sql | null
  /** Where a word stands for so much that FTS5 is slow with it: the rows found, but for `where`, and what ranks them. */
  readonly wide?: WideSource
}

/** Rows found without FTS5's help, and the expression that ranks them; null = nothing does. */
export interface WideSource {
  readonly rows: readonly number[]
  readonly ranked: string | null
}

/** How to find what fulfils a condition. `listing`: text does not bound it, so articles are gone through. */
export type HitPlan =
  | { readonly kind: 'text'; readonly article: HitSource | null; readonly note: HitSource | null }
  | { readonly kind: 'listing'; readonly where: Sql }

/**
 * Plans a condition: what FTS5 can say alone goes into one expression, exclusions by text too; filters, exclusions by
 * notes and phrases that stems do not settle become SQL beside it.
 */
export function planHits(condition: Condition, planning: Planning): HitPlan {
  if (ftsExpression(condition, 'article') === undefined || ftsExpression(condition, 'note') === undefined) {
    return { kind: 'listing', where: preciseSql(condition, planning) }
  }
  return {
    kind: 'text',
    article: sourceOf(condition, 'article', planning),
    note: sourceOf(condition, 'note', planning),
  }
}

function sourceOf(condition: Condition, side: Side, planning: Planning): HitSource | null {
  const fts = ftsExpression(condition, side)
  if (typeof fts !== 'string') return null
  if (side === 'note' && !planning.noteMatches(fts)) return null
  const excluded: string[] = []
  const settled: Condition[] = []
  const pieces: Sql[] = []
  for (const conjunct of conjunctsOf(condition)) {
    const isSettled = isPureText(conjunct) && !hasWrong(conjunct, planning.wrong)
    const exclusion = conjunct.kind === 'not' && side === 'article' ? textExclusion(conjunct.child, planning) : null
    if (exclusion !== null) excluded.push(exclusion)
    if (isSettled || exclusion !== null) settled.push(conjunct)
    else pieces.push(preciseSql(conjunct, planning))
  }
  const where = pieces.length === 0 ? null : join('AND', pieces)
  if (side === 'article' && settled.some(isWide)) return { fts, where, wide: wideSource(condition, settled, planning) }
  return { fts: excluded.length === 0 ? fts : `(${fts}) NOT (${excluded.join(' OR ')})`, where }
}

/** Rows of what is settled, within what the rest must match at least. */
function wideSource(condition: Condition, settled: readonly Condition[], planning: Planning): WideSource {
  const bounds = conjunctsOf(condition).flatMap((conjunct): readonly Condition[] => {
    const fts = settled.includes(conjunct) ? undefined : ftsExpression(conjunct, 'article')
    return typeof fts === 'string' ? [{ kind: 'text', fts, field: null, phrase: null }] : []
  })
  return { rows: planning.articleRows(allOf([...settled, ...bounds])), ranked: rankingOf(condition, planning) }
}

/** What bm25 counts, in one expression; rows are bounded elsewhere. */
function rankingOf(condition: Condition, { isEverywhere }: Planning): string | null {
  const conjuncts = conjunctsOf(condition)
  const narrow = conjuncts.filter((conjunct) => !isWide(conjunct))
  const bounding = narrow.length === 0 ? undefined : ftsExpression(allOf(narrow), 'article')
  const words = conjuncts.filter((one) => isWide(one) && one.kind !== 'not').flatMap(textsOf)
  const ranked = words.flatMap((text) => {
    if (text.wide?.ranked === null && isEverywhere(text)) return []
    const fts = ftsExpression({ ...text, fts: text.wide?.ranked ?? text.fts }, 'article')
    return typeof fts === 'string' ? [fts] : []
  })
  const expressions = [...(typeof bounding === 'string' ? [bounding] : []), ...ranked.slice(0, MOST_RANKED)]
  return expressions.length === 0 ? null : orExpression(expressions)
}

/** Words beside wide ones that rank; FTS5 puts the postings of each prefix among them together twice. */
const MOST_RANKED = 24

/** The FTS5 expression of an exclusion that text alone settles: no note holds it, no phrase is in doubt. */
function textExclusion(child: Condition, { wrong, noteMatches }: Planning): string | null {
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
