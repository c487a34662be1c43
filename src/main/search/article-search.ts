import type { Database } from 'better-sqlite3'
import type { ParsedQuery } from '../../shared/model/query.ts'
import type { ArticleId, ArticleUid, Instant } from '../../shared/model/identity.ts'
import type {
  ArticleHits,
  ListAnswer,
  ListRequest,
  MatchMode,
  SearchAnswer,
  SearchRequest,
} from '../../shared/model/search.ts'
import { parseQuery } from '../../shared/query/parse-query.ts'
import type { ReadTexts } from '../archive/ports/article-records.ts'
import type { ArticleSearch } from '../archive/ports/article-index.ts'
import type { ReadRows } from '../archive/ports/reading.ts'
import { createArticleHits, type FindArticleHits } from './article-hits.ts'
import { createArchiveFigures, type ArchiveFigures } from './archive-figures.ts'
import { phrasesOf, wantedTexts, type Condition, type Sql, type TextCondition } from './condition.ts'
import { expandQuery, type Expansion } from './expand-query.ts'
import { createFilterSql } from './filter-sql.ts'
import { findInList } from './find-in-list.ts'
import { findTextHits, type ScoredHit, type TextHits } from './find-hits.ts'
import { ftsExpression } from './fts-expression.ts'
import { planHits, type HitPlan } from './hit-source.ts'
import { listPeriods } from './list-periods.ts'
import { listPage, orderIds, type ListOrder, type Page } from './listing-order.ts'
import { createWrongRows, type BoundPhrase } from './phrase-check.ts'
import { createPresentHits, type PresentHits } from './present-hits.ts'
import { createVocabulary } from './vocabulary.ts'

/** What searching needs: a connection of its own for reading, and what other rooms read for it. */
export interface ArticleSearchParts {
  readonly database: Database
  readonly readTexts: ReadTexts
  readonly readRows: ReadRows
  readonly now: () => Instant
}

interface Engine extends ArticleSearchParts {
  readonly expansion: Expansion
  readonly figures: ArchiveFigures
  readonly present: PresentHits
  readonly articleHits: FindArticleHits
}

/** The order of hits that no score tells apart. */
const NEWEST_FIRST: ListOrder = { sort: 'published', direction: 'down' }

/** Words that stand in more than this share of all articles tell nothing: then the newest come first. */
const COMMON_SHARE = 0.3

/** The reading side of the index. Everything it answers is of one moment: each answer runs in one read transaction. */
export function createArticleSearch(parts: ArticleSearchParts): ArticleSearch {
  const { database } = parts
  const engine: Engine = {
    ...parts,
    expansion: { vocabulary: createVocabulary(database), filterSql: createFilterSql(database) },
    figures: createArchiveFigures(database),
    present: createPresentHits(parts),
    articleHits: createArticleHits(database, parts.readTexts),
  }
  return {
    search: (request) => inOneMoment(database, () => search(engine, request)),
    list: (request) => inOneMoment(database, () => list(engine, request)),
    periods: (request) =>
      inOneMoment(database, () => {
        return listPeriods(database, listCondition(engine, request.query), request, new Date(engine.now()))
      }),
    find: (request, uid) =>
      inOneMoment(database, () => findInList(database, listCondition(engine, request.query), request, uid)),
    hits: (uid, query) => inOneMoment(database, () => hitsOf(engine, uid, query)),
    choose: (query) => inOneMoment(database, () => choose(engine, query)),
  }
}

/** Every word that can be marked, whichever of them an article must have. */
function hitsOf(engine: Engine, uid: ArticleUid, query: string): ArticleHits {
  const { root } = parseQuery(query, engine.now())
  return engine.articleHits(uid, expandQuery(root, 'all', engine.expansion))
}

function inOneMoment<Value>(database: Database, read: () => Value): Value {
  return database.inTransaction ? read() : database.transaction(read).deferred()
}

/** A query made ready to run in one mode. */
interface Attempt {
  readonly condition: Condition
  readonly plan: HitPlan
  /** Of a text plan. */
  readonly text: TextHits | null
  readonly total: number
}

function attempt(engine: Engine, parsed: ParsedQuery, match: MatchMode): Attempt {
  const { database } = engine
  const condition = expandQuery(parsed.root, match, engine.expansion)
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

function search(engine: Engine, request: SearchRequest): SearchAnswer {
  const started = performance.now()
  const parsed = parseQuery(request.query, engine.now())
  const first = attempt(engine, parsed, request.match)
  const isRelaxed = request.match === 'all' && first.total === 0 && canRelax(parsed)
  const found = isRelaxed ? attempt(engine, parsed, 'any') : first
  const page = pageOf(engine, found, request)
  const hits = engine.present(page, found.condition)
  return {
    query: request.query,
    total: found.total,
    milliseconds: performance.now() - started,
    understood: { match: request.match, relaxed: isRelaxed && found.total > 0, parts: parsed.parts },
    hits,
  }
}

/** Only several plain items can be had "some of them". */
function canRelax(parsed: ParsedQuery): boolean {
  const plain = parsed.root.items.filter(({ sign, node }) => sign === 'plain' && node.kind !== 'filter')
  return plain.length > 1 || plain.some(({ node }) => node.kind === 'word')
}

function pageOf(engine: Engine, found: Attempt, request: SearchRequest): readonly ScoredHit[] {
  const { database } = engine
  const page = { limit: Math.max(0, request.limit), offset: Math.max(0, request.offset) }
  const unranked = (ids: readonly ArticleId[]): readonly ScoredHit[] => ids.map((article) => ({ article, score: 0 }))
  if (found.total <= page.offset || page.limit === 0) return []
  if (found.text === null) {
    return found.plan.kind === 'listing' ? unranked(listPage(database, found.plan.where, NEWEST_FIRST, page)) : []
  }
  if (isCommon(engine, found)) return unranked(orderIds(database, found.text.ids(), NEWEST_FIRST, page))
  const best = found.text.best(page.offset + page.limit)
  return sortHits(database, best).slice(page.offset, page.offset + page.limit)
}

interface Dated {
  readonly article: ArticleId
  readonly published: string
}

/** By score, then the newest, then the later row: the same every time. */
function sortHits(database: Database, hits: readonly ScoredHit[]): readonly ScoredHit[] {
  const dated = database
    .prepare<[string], Dated>(
      `SELECT article, coalesce(published_from, '') AS published FROM article_listing
       WHERE article IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(hits.map((hit) => hit.article)))
  const dates = new Map(dated.map(({ article, published }) => [article, published]))
  const dateOf = (hit: ScoredHit): string => dates.get(hit.article) ?? ''
  return [...hits].sort((left, right) => {
    if (left.score !== right.score) return right.score - left.score
    const [one, other] = [dateOf(left), dateOf(right)]
    return one === other ? right.article - left.article : one < other ? 1 : -1
  })
}

/** Whether every word stands in more than 30 % of all articles; asked only when so many were found that it may be. */
function isCommon(engine: Engine, found: Attempt): boolean {
  const indexed = engine.figures.indexed()
  const least = Math.floor(indexed * COMMON_SHARE)
  if (found.total < 100 || found.total < indexed * COMMON_SHARE ** 3) return false
  const atLeast = engine.database
    .prepare<[string, number], number>(
      'SELECT count(*) FROM (SELECT 1 FROM search_article WHERE search_article MATCH ? LIMIT ?)',
    )
    .pluck()
  return wantedTexts(found.condition).every((text) => {
    const fts = ftsExpression(text, 'article')
    return typeof fts === 'string' && (atLeast.get(fts, least + 1) ?? 0) > least
  })
}

function list(engine: Engine, request: ListRequest): ListAnswer {
  const page = { limit: Math.max(0, request.limit), offset: Math.max(0, request.offset) }
  const { total, ids } = listed(engine, request, page)
  return { total, rows: engine.readRows(ids) }
}

interface Listed {
  readonly total: number
  readonly ids: readonly ArticleId[]
}

function listed(engine: Engine, request: ListOrder & { readonly query: string }, page: Page): Listed {
  const { database, figures } = engine
  if (request.query.trim() === '') return { total: figures.listed(null), ids: listPage(database, null, request, page) }
  const found = attempt(engine, parseQuery(request.query, engine.now()), 'all')
  if (found.total <= page.offset) return { total: found.total, ids: [] }
  const ids =
    found.plan.kind === 'listing'
      ? listPage(database, found.plan.where, request, page)
      : orderIds(database, found.text?.ids() ?? [], request, page)
  return { total: found.total, ids }
}

/** What a list's query asks of an article, as SQL; null for everything. */
function listCondition(engine: Engine, query: string): Sql | null {
  if (query.trim() === '') return null
  const { plan, text } = attempt(engine, parseQuery(query, engine.now()), 'all')
  if (plan.kind === 'listing') return plan.where
  return { sql: 'l.article IN (SELECT value FROM json_each(?))', values: [JSON.stringify(text?.ids() ?? [])] }
}

const ALL: Page = { limit: 1_000_000_000, offset: 0 }

function choose(engine: Engine, query: string): readonly ArticleUid[] {
  const { ids } = listed(engine, { query, sort: 'added', direction: 'down' }, ALL)
  const named = engine.database
    .prepare<[string], { readonly id: ArticleId; readonly uid: ArticleUid }>(
      'SELECT id, uid FROM article WHERE id IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(ids))
  const uids = new Map(named.map(({ id, uid }) => [id, uid]))
  return ids.flatMap((id) => uids.get(id) ?? [])
}
