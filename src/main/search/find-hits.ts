import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/identity.ts'
import type { Sql, SqlValue } from './condition.ts'
import type { HitPlan, HitSource } from './hit-source.ts'
import { NEWEST_FIRST, orderIds } from './listing-order.ts'
import { outOfTrash, type OutOfTrash } from './out-of-trash.ts'
import { prepared } from './prepared.ts'

/** BM25 weights of title, standfirst, byline, body. */
export const WEIGHTS = '4.0, 2.0, 2.0, 1.0'

/** An article found, with a score of which higher is better. */
export interface ScoredHit {
  readonly article: ArticleId
  readonly score: number
}

/** A source of hits, and what keeps those in the Trash out. */
interface LiveSource extends HitSource {
  readonly outOfTrash: OutOfTrash
}

type TextPlan = Extract<HitPlan, { readonly kind: 'text' }>

function articleSql(select: string, source: LiveSource): string {
  const join = source.where === null ? '' : ' CROSS JOIN article_listing l ON l.article = search_article.rowid'
  const where = source.where === null ? '' : ` AND ${source.where.sql}`
  return `SELECT ${select} FROM search_article${join} WHERE search_article MATCH ?${where}${source.outOfTrash('search_article.rowid')}`
}

function noteSql(select: string, source: LiveSource): string {
  const join = source.where === null ? '' : ' CROSS JOIN article_listing l ON l.article = annotation.article'
  const where = source.where === null ? '' : ` AND ${source.where.sql}`
  return `SELECT ${select} FROM search_note CROSS JOIN annotation ON annotation.id = search_note.rowid${join}
    WHERE search_note MATCH ?${where}${source.outOfTrash('annotation.article')}`
}

function valuesOf(source: HitSource): readonly SqlValue[] {
  return [source.fts, ...(source.where?.values ?? [])]
}

/** Number of articles whose text matches; postings are walked, nothing is ranked. */
function countText(database: Database, source: LiveSource): number {
  const sql = articleSql('count(*)', source)
  const count = prepared<SqlValue[], number>(database, sql).pluck()
  return count.get(...valuesOf(source)) ?? 0
}

/** Articles with a matching note, each with its best note's score. */
function noteScores(database: Database, source: LiveSource | null): ReadonlyMap<ArticleId, number> {
  const best = new Map<ArticleId, number>()
  if (source === null) return best
  const sql = noteSql('annotation.article, -bm25(search_note)', source)
  const rows = prepared<SqlValue[], [ArticleId, number]>(database, sql).raw()
  for (const [article, score] of rows.iterate(...valuesOf(source))) {
    best.set(article, Math.max(score, best.get(article) ?? 0))
  }
  return best
}

/** Those of the given articles whose text matches too; the plus keeps SQLite from running FTS5 once for each of them. */
function amongText(
  database: Database,
  { source, texts }: { readonly source: LiveSource; readonly texts: Texts },
  ids: readonly ArticleId[],
): readonly Ranked[] {
  if (source.wide !== undefined) {
    const found = new Set(texts.ids())
    const both = ids.filter((article) => found.has(article))
    return both.length === 0 ? [] : bestRows(database, both, source.wide.ranked, both.length)
  }
  const sql = articleSql(`search_article.rowid, -bm25(search_article, ${WEIGHTS})`, source)
  const among = `${sql} AND +search_article.rowid IN (SELECT value FROM json_each(?))`
  return prepared<SqlValue[], [ArticleId, number]>(database, among)
    .raw()
    .all(...valuesOf(source), JSON.stringify(ids))
}

/** The rows of a wide source outside the Trash that fulfil what else must hold. */
function wideIds(database: Database, { rows, where, live }: WideRows): readonly ArticleId[] {
  const all = rows as readonly ArticleId[]
  const trash = live('l.article')
  if (rows.length === 0 || (where === null && trash === '')) return all
  const sql = `SELECT l.article FROM json_each(?) AS given CROSS JOIN article_listing l ON l.article = given.value
    WHERE 1${where === null ? '' : ` AND ${where.sql}`}${trash}`
  return prepared<SqlValue[], ArticleId>(database, sql)
    .pluck()
    .all(JSON.stringify(rows), ...(where?.values ?? []))
}

interface WideRows {
  readonly rows: readonly number[]
  readonly where: Sql | null
  readonly live: OutOfTrash
}

const RANK_ROWS = `SELECT rowid, -bm25(search_article, ${WEIGHTS}) AS score FROM search_article
  WHERE search_article MATCH ? AND +rowid IN (SELECT value FROM json_each(?)) ORDER BY score DESC LIMIT ?`

/** The best of given rows: those that rank, then the newest of the others. */
function bestRows(
  database: Database,
  ids: readonly ArticleId[],
  ranked: string | null,
  count: number,
): readonly Ranked[] {
  const rank = prepared<SqlValue[], [ArticleId, number]>(database, RANK_ROWS).raw()
  const read = (limit: number): readonly Ranked[] =>
    ranked === null ? [] : withoutCut(limit, (most) => rank.all(ranked, JSON.stringify(ids), most))
  const rows = read(count)
  if (rows.length >= count) return rows
  const known = new Set(rows.map(([article]) => article))
  const others = ids.filter((article) => !known.has(article))
  const newest = orderIds(database, others, NEWEST_FIRST, { limit: count - rows.length, offset: 0 })
  return [...rows, ...newest.map((article) => [article, 0] as const)]
}

/** A few more than asked for, to see whether the last one ties with others; then all are taken. */
function withoutCut(count: number, read: (limit: number) => readonly Ranked[]): readonly Ranked[] {
  const rows = read(count + SPARE)
  const isCut = rows.length === count + SPARE && rows[count - 1]?.[1] === rows.at(-1)?.[1]
  return isCut ? read(-1) : rows
}

/** Articles found by a text plan. */
export interface TextHits {
  /** Exact. */
  readonly total: number
  /** Every article found, in no order. */
  readonly ids: () => readonly ArticleId[]
  /** At least the best `count` hits and all that tie with the last of them, in no order. */
  readonly best: (count: number) => readonly ScoredHit[]
}

/** How many hits will be wanted by rank, when that is known; where there are no more, nothing needs to be counted. */
export interface FindOptions {
  readonly ranked?: number
}

/** Runs a text plan: counts at once, ranks when asked. Of wide sources the rows are known already. */
export function findTextHits(database: Database, plan: TextPlan, { ranked }: FindOptions = {}): TextHits {
  const live = outOfTrash(database)
  const source = plan.article === null ? null : { ...plan.article, outOfTrash: live }
  const notes = noteScores(database, plan.note === null ? null : { ...plan.note, outOfTrash: live })
  const texts = source === null ? NO_TEXTS : walkTexts(database, source, ranked)
  const both = source === null || notes.size === 0 ? [] : amongText(database, { source, texts }, [...notes.keys()])
  return {
    total: texts.total + notes.size - both.length,
    ids: () => [...new Set([...notes.keys(), ...texts.ids()])],
    best: (count) => {
      const scores = new Map(notes)
      for (const [article, score] of [...both, ...texts.best(count)]) {
        scores.set(article, Math.max(score, scores.get(article) ?? 0))
      }
      return Array.from(scores, ([article, score]) => ({ article, score }))
    },
  }
}

interface Texts {
  readonly total: number
  readonly ids: () => readonly ArticleId[]
  readonly best: (count: number) => readonly Ranked[]
}

type Ranked = readonly [article: ArticleId, score: number]

const NO_TEXTS: Texts = { total: 0, ids: () => [], best: () => [] }

function walkTexts(database: Database, source: LiveSource, ranked: number | undefined): Texts {
  const { wide, where, outOfTrash: live } = source
  if (wide !== undefined) {
    const ids = wideIds(database, { rows: wide.rows, where, live })
    return { total: ids.length, ids: () => ids, best: (count) => bestRows(database, ids, wide.ranked, count) }
  }
  const first = ranked === undefined ? undefined : bestTexts(database, source, ranked)
  const best = (count: number): readonly Ranked[] =>
    first !== undefined && (count === ranked || first.length < (ranked ?? 0) + SPARE)
      ? first
      : bestTexts(database, source, count)
  if (first !== undefined && first.length < (ranked ?? 0) + SPARE) {
    return { total: first.length, ids: () => first.map(([article]) => article), best }
  }
  const total = countText(database, source)
  return { total, ids: () => textIds(database, source), best }
}

function textIds(database: Database, source: LiveSource): readonly ArticleId[] {
  return prepared<SqlValue[], ArticleId>(database, articleSql('search_article.rowid', source))
    .pluck()
    .all(...valuesOf(source))
}

/** Hits read beyond those asked for. */
const SPARE = 20

function bestTexts(database: Database, source: LiveSource, count: number): readonly Ranked[] {
  const sql = articleSql(`search_article.rowid, -bm25(search_article, ${WEIGHTS}) AS score`, source)
  const ranked = prepared<SqlValue[], [ArticleId, number]>(database, `${sql} ORDER BY score DESC LIMIT ?`).raw()
  return withoutCut(count, (limit) => ranked.all(...valuesOf(source), limit))
}
