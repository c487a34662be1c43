import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../shared/model/identity.ts'
import type { ListSort, SearchRequest } from '../../shared/model/search.ts'
import { AS_TYPED } from './as-typed.ts'
import { wantedTexts } from './condition.ts'
import type { ScoredHit } from './find-hits.ts'
import { ftsExpression } from './fts-expression.ts'
import { listPage, NEWEST_FIRST, orderIds, type ListOrder } from './listing-order.ts'
import { ASKING } from './question-words.ts'
import { keepLeader, learnWords } from './feedback.ts'
import { prepared } from './prepared.ts'
import { countRows } from './row-set.ts'
import { REFINED, weighPairs } from './refine-ranking.ts'
import type { Attempt, Engine, Ranking } from './run-query.ts'

/** Words that stand in more than this share of all articles tell nothing: then the newest come first. */
const COMMON_SHARE = 0.3

/** Orders beside relevance: dates the newest first, titles from A. */
const ORDERS: Readonly<Record<ListSort, ListOrder>> = {
  added: { sort: 'added', direction: 'down' },
  published: NEWEST_FIRST,
  title: { sort: 'title', direction: 'up' },
}

/** One page of what was found, in the order asked for. */
export function pageOf(
  engine: Engine,
  found: Attempt,
  request: Omit<SearchRequest, 'query' | 'match'>,
): readonly ScoredHit[] {
  const { database } = engine
  const page = { limit: Math.max(0, request.limit), offset: Math.max(0, request.offset) }
  const unranked = (ids: readonly ArticleId[]): readonly ScoredHit[] => ids.map((article) => ({ article, score: 0 }))
  if (found.total <= page.offset || page.limit === 0) return []
  const order = request.sort === undefined || request.sort === 'relevance' ? undefined : ORDERS[request.sort]
  if (found.text === null) {
    return found.plan.kind === 'listing'
      ? unranked(listPage(database, found.plan.where, order ?? NEWEST_FIRST, page))
      : []
  }
  if (order !== undefined || isCommon(engine, found)) {
    return unranked(orderIds(database, found.text.ids(), order ?? NEWEST_FIRST, page))
  }
  const best = sortHits(database, found.text.best(Math.max(REFINED, page.offset + page.limit)))
  const first = refine(engine, found.ranking, best.slice(0, REFINED))
  return [...first, ...best.slice(REFINED)].slice(page.offset, page.offset + page.limit)
}

/** The first hits by their words and neighbours, then by what the very first of them have in common. */
function refine(
  engine: Engine,
  { pairs, asTyped, asking, learns }: Ranking,
  hits: readonly ScoredHit[],
): readonly ScoredHit[] {
  if (hits.length < 2) return hits
  const { stemCounts, countTokens } = engine
  const less = asking.length === 0 ? [] : [{ fts: asking.join(' OR '), weight: -ASKING }]
  const more = asTyped.length === 0 ? [] : [{ fts: asTyped.join(' OR '), weight: AS_TYPED }]
  const near = engine.addScores(engine.relieveLength(hits), [...weighPairs(pairs, stemCounts), ...more, ...less])
  if (!learns) return near
  const learnt = learnWords(near, engine.figures.indexed(), { countTokens, stemCounts })
  return keepLeader(near, engine.addScores(near, learnt))
}

interface Dated {
  readonly article: ArticleId
  readonly published: string
}

/** By score, then the newest, then the later row: the same every time. */
function sortHits(database: Database, hits: readonly ScoredHit[]): readonly ScoredHit[] {
  const sorted = hits.toSorted((left, right) => right.score - left.score)
  const tied = sorted.filter(({ score }, at) => sorted[at - 1]?.score === score || sorted[at + 1]?.score === score)
  return tied.length === 0 ? sorted : sortByDates(sorted, datesOf(database, tied))
}

const DATES = `SELECT article, coalesce(published_from, '') AS published FROM article_listing
  WHERE article IN (SELECT value FROM json_each(?))`

function datesOf(database: Database, hits: readonly ScoredHit[]): ReadonlyMap<ArticleId, string> {
  const dated = prepared<[string], Dated>(database, DATES).all(JSON.stringify(hits.map((hit) => hit.article)))
  return new Map(dated.map(({ article, published }) => [article, published]))
}

function sortByDates(hits: readonly ScoredHit[], dates: ReadonlyMap<ArticleId, string>): readonly ScoredHit[] {
  const dateOf = (hit: ScoredHit): string => dates.get(hit.article) ?? ''
  return hits.toSorted((left, right) => {
    if (left.score !== right.score) return right.score - left.score
    const [one, other] = [dateOf(left), dateOf(right)]
    return one === other ? right.article - left.article : one < other ? 1 : -1
  })
}

const AT_LEAST = 'SELECT count(*) FROM (SELECT 1 FROM search_article WHERE search_article MATCH ? LIMIT ?)'

/** Whether every word stands in more than 30 % of all articles; asked only when so many were found that it may be. */
function isCommon(engine: Engine, found: Attempt): boolean {
  const indexed = engine.figures.indexed()
  const least = Math.floor(indexed * COMMON_SHARE)
  if (found.total < 100 || found.total < indexed * COMMON_SHARE ** 3) return false
  const atLeast = prepared<[string, number], number>(engine.database, AT_LEAST).pluck()
  // Of a single term it is told by the total.
  if (found.condition.kind === 'text' && found.condition.phrase === null) return found.total > least
  return wantedTexts(found.condition).every((text) => {
    if (text.wide !== undefined && text.field !== 'note') return countRows(engine.matchRows(text)) > least
    const fts = ftsExpression(text, 'article')
    return typeof fts === 'string' && (atLeast.get(fts, least + 1) ?? 0) > least
  })
}
