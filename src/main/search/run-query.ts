import type { Database } from 'better-sqlite3'
import type { ArticleId, ArticleUid, Instant } from '../../shared/model/identity.ts'
import type { ParsedQuery } from '../../shared/model/query.ts'
import type { MatchMode } from '../../shared/model/search.ts'
import { parseQuery } from '../../shared/query/parse-query.ts'
import type { ReadTexts } from '../archive/ports/article-records.ts'
import type { ReadRows } from '../archive/ports/reading.ts'
import type { FindArticleHits } from './article-hits.ts'
import type { ArchiveFigures } from './archive-figures.ts'
import { phrasesOf, type Condition, type SqlValue, type TextCondition } from './condition.ts'
import { expandQuery, type Expansion } from './expand-query.ts'
import { findTextHits, type TextHits } from './find-hits.ts'
import { ftsExpression } from './fts-expression.ts'
import { planHits, type HitPlan } from './hit-source.ts'
import { createWrongRows, type BoundPhrase } from './phrase-check.ts'
import type { PresentHits } from './present-hits.ts'
import type { CountStem } from './stem-counts.ts'

/** What searching needs: a connection of its own for reading, and what other rooms read for it. */
export interface ArticleSearchParts {
  readonly database: Database
  readonly readTexts: ReadTexts
  readonly readRows: ReadRows
  readonly now: () => Instant
}

/** What one connection's searches share. */
export interface Engine extends ArticleSearchParts {
  readonly expansion: Expansion
  readonly figures: ArchiveFigures
  readonly countStem: CountStem
  readonly uidsOf: (ids: readonly ArticleId[]) => ReadonlyMap<ArticleId, ArticleUid>
  readonly present: PresentHits
  readonly articleHits: FindArticleHits
}

/** A query made ready to run in one mode. */
export interface Attempt {
  readonly condition: Condition
  readonly plan: HitPlan
  /** Of a text plan. */
  readonly text: TextHits | null
  readonly total: number
}

/** Makes a query ready and counts what it finds. */
export function attemptQuery(engine: Engine, parsed: ParsedQuery, match: MatchMode): Attempt {
  return attemptCondition(engine, expandQuery(parsed.root, match, engine.expansion))
}

/** The same for a condition made otherwise. */
export function attemptCondition(engine: Engine, condition: Condition): Attempt {
  const { database } = engine
  const wrong = createWrongRows(database, engine.readTexts, boundPhrases(condition))
  const plan = planHits(condition, wrong, (fts) => hasNote(database, fts))
  const text = plan.kind === 'text' ? findTextHits(database, plan) : null
  const total = plan.kind === 'text' ? (text?.total ?? 0) : engine.figures.listed(plan.where)
  return { condition, plan, text, total }
}

/** A phrase that all hits must hold is checked only where all the other words stand too. */
function boundPhrases(condition: Condition): readonly BoundPhrase[] {
  const conjuncts = condition.kind === 'and' ? condition.children : [condition]
  const bound = {
    article: ftsExpression(condition, 'article') ?? null,
    note: ftsExpression(condition, 'note') ?? null,
  }
  const isAlways = (phrase: TextCondition): boolean => conjuncts.includes(phrase)
  return phrasesOf(condition).map((phrase) => ({
    condition: phrase,
    bound: isAlways(phrase) ? bound : { article: null, note: null },
  }))
}

function hasNote(database: Database, fts: string): boolean {
  return database.prepare('SELECT 1 FROM search_note WHERE search_note MATCH ? LIMIT 1').get(fts) !== undefined
}

/** A query as it was run: with every word, or with some of them where nothing has all. */
export interface RunQuery extends Attempt {
  readonly parsed: ParsedQuery
  /** True when nothing had all the words and something has some. */
  readonly relaxed: boolean
}

/** Runs a query; when all words are wanted and nothing has them all, what has some of them is taken. */
export function runQuery(engine: Engine, query: string, match: MatchMode): RunQuery {
  const parsed = parseQuery(query, engine.now())
  const first = attemptQuery(engine, parsed, match)
  if (match === 'any' || first.total > 0 || !canRelax(parsed)) return { ...first, parsed, relaxed: false }
  const some = attemptQuery(engine, parsed, 'any')
  return { ...some, parsed, relaxed: some.total > 0 }
}

/** Only several plain items can be had "some of them". */
function canRelax(parsed: ParsedQuery): boolean {
  const plain = parsed.root.items.filter(({ sign, node }) => sign === 'plain' && node.kind !== 'filter')
  return plain.length > 1 || plain.some(({ node }) => node.kind === 'word')
}

/** Numbers of every article that was found, in no order. */
export function foundIds(engine: Engine, { plan, text }: Attempt): readonly ArticleId[] {
  if (plan.kind === 'text') return text?.ids() ?? []
  return engine.database
    .prepare<SqlValue[], ArticleId>(`SELECT l.article FROM article_listing l WHERE l.trashed = 0 AND ${plan.where.sql}`)
    .pluck()
    .all(...plan.where.values)
}
