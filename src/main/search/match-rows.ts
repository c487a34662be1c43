import type { Database } from 'better-sqlite3'
import type { TextField } from '../../shared/model/query.ts'
import type { Condition, TextCondition } from './condition.ts'
import { ftsExpression } from './fts-expression.ts'
import { whileUnwritten } from './moment.ts'
import { createAddPostings } from './postings.ts'
import { prepared } from './prepared.ts'
import { addRow, createRowSet, intersectRows, subtractRows, uniteRows, type RowSet } from './row-set.ts'

/** The rows of the index of articles, in the Trash or not, that fulfil a condition of text and exclusions of text. */
export type MatchRows = (condition: Condition) => RowSet

interface Size {
  /** Rows of the index, and the last of them. */
  readonly all: number
  readonly last: number
}

interface State extends Size {
  readonly sets: Map<string, RowSet>
}

/** Sets of single words remembered: 12.5 KB each at 100 000 articles. */
const MOST_REMEMBERED = 64
const SIZE = 'SELECT count(*) AS "all", coalesce(max(id), 0) AS last FROM search_article_docsize'
const MATCHING = 'SELECT rowid FROM search_article WHERE search_article MATCH ?'
/**
 * Numbers of the columns of a field. Of titles and bylines, of which there is little, FTS5 puts postings together sooner than they are read
 * here.
 */
const COLUMNS: ReadonlyMap<TextField | null, ReadonlySet<number> | null> = new Map([
  [null, null],
  ['body', new Set([1, 3])],
])

/**
 * Finds rows word by word and joins the sets: each word's postings are walked once, and what was found holds for as long as nobody writes.
 * `isQuiet` says whether FTS5 has written everything it was given: what an open transaction put in may stand in its memory only.
 */
export function createMatchRows(database: Database, isQuiet: () => boolean): MatchRows {
  const addPostings = createAddPostings(database)
  const readState = (): State => {
    return { ...(prepared<[], Size>(database, SIZE).get() ?? { all: 0, last: 0 }), sets: new Map() }
  }
  const kept = whileUnwritten(database, readState)
  // What an open transaction has changed may be taken back, which no count of changes tells.
  const stateNow = (): State => (isQuiet() ? kept() : readState())
  const readWide = (rows: RowSet, { wide, field }: TextCondition, all: number): boolean => {
    const columns = COLUMNS.get(field)
    if (wide === undefined || columns === undefined || !isQuiet()) return false
    const tokens = [
      ...(wide.prefix === null ? [] : [{ token: wide.prefix, prefix: true, columns }]),
      ...wide.stems.map((token) => ({ token, prefix: false, columns })),
    ]
    return tokens.every((token) => addPostings(rows, token, all))
  }
  const readText = (condition: TextCondition, { all, last }: Size): RowSet => {
    const rows = createRowSet(last)
    if (readWide(rows, condition, all)) return rows
    const fts = ftsExpression(condition, 'article')
    if (typeof fts !== 'string') return rows
    for (const row of prepared<[string], number>(database, MATCHING).pluck().all(fts)) addRow(rows, row)
    return rows
  }
  const rowsOfText = (condition: TextCondition, state: State): RowSet => {
    const { sets } = state
    const key = `${condition.field ?? ''} ${condition.fts}`
    const rows = sets.get(key) ?? readText(condition, state)
    if (sets.size >= MOST_REMEMBERED) sets.clear()
    sets.set(key, rows)
    return rows
  }
  const rowsOf = (condition: Condition, state: State): RowSet => {
    if (condition.kind === 'text') return rowsOfText(condition, state)
    if (condition.kind !== 'and' && condition.kind !== 'or') return createRowSet(state.last)
    const join = condition.kind === 'and' ? intersectRows : uniteRows
    const sets = condition.children.filter(({ kind }) => kind !== 'not').map((child) => rowsOf(child, state))
    const joined = sets.length === 0 ? createRowSet(state.last) : sets.reduce(join)
    return condition.children.reduce(
      (rows, one) => (one.kind === 'not' ? subtractRows(rows, rowsOf(one.child, state)) : rows),
      joined,
    )
  }
  return (condition) => rowsOf(condition, stateNow())
}
