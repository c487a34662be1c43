import type { Database } from 'better-sqlite3'
import type { ArticleId, ArticleUid } from '../../shared/model/identity.ts'
import type { ArticleHits, ListAnswer, ListRequest, SearchAnswer, SearchRequest } from '../../shared/model/search.ts'
import { parseQuery } from '../../shared/query/parse-query.ts'
import type { ArticleSearch } from '../archive/ports/article-index.ts'
import { createArticleHits } from './article-hits.ts'
import { createArchiveFigures } from './archive-figures.ts'
import type { Sql } from './condition.ts'
import { expandQuery } from './expand-query.ts'
import { createFacetRows } from './facet-rows.ts'
import { countFacets } from './facets.ts'
import { createFilterSql } from './filter-sql.ts'
import { findInList } from './find-in-list.ts'
import { listPeriods } from './list-periods.ts'
import { listPage, orderIds, type ListOrder, type Page } from './listing-order.ts'
import { createCountTokens } from './count-tokens.ts'
import { createNewestWithTitle } from './newest-titles.ts'
import { createAddScores } from './refine-ranking.ts'
import { createCheckPhrases } from './phrase-check.ts'
import { createRelieveLength } from './relieve-length.ts'
import { createStemCounts } from './stem-counts.ts'
import { pageOf } from './result-page.ts'
import { createPresentHits } from './present-hits.ts'
import { attemptQuery, runQuery, type ArticleSearchParts, type Engine } from './run-query.ts'
import { createMatchRows } from './match-rows.ts'
import { listSavedSearches } from './saved-searches.ts'
import { createFindSimilar } from './similar.ts'
import { suggestSpelling } from './suggest.ts'
import { searchTyping } from './typing.ts'
import { understoodParts } from './understood-parts.ts'
import { createVocabulary } from './vocabulary.ts'

/** The reading side of the index. Everything it answers is of one moment: each answer runs in one read transaction. */
export function createArticleSearch(parts: ArticleSearchParts): ArticleSearch {
  const { database } = parts
  const figures = createArchiveFigures(database)
  const vocabulary = createVocabulary(database)
  let isQuiet = true
  /** Everything an answer is made of is of one moment. */
  const inOneMoment = <Value>(read: () => Value): Value => {
    isQuiet = !database.inTransaction
    return isQuiet ? database.transaction(read).deferred() : read()
  }
  const engine: Engine = {
    ...parts,
    expansion: { vocabulary, filterSql: createFilterSql(database) },
    figures,
    matchRows: createMatchRows(database, () => isQuiet),
    checkPhrases: createCheckPhrases({ ...parts, languages: vocabulary.languages, isQuiet: () => isQuiet }),
    stemCounts: createStemCounts(database, figures.indexed),
    countTokens: createCountTokens(database, parts.readTexts),
    addScores: createAddScores(database),
    relieveLength: createRelieveLength(database),
    uidsOf: createUidsOf(database),
    present: createPresentHits(parts),
    articleHits: createArticleHits(database, parts.readTexts),
    newestWithTitle: createNewestWithTitle(database),
  }
  const facetRows = createFacetRows(database)
  const similar = createFindSimilar(engine)
  return {
    search: (request) => inOneMoment(() => search(engine, request)),
    list: (request) => inOneMoment(() => list(engine, request)),
    periods: (request) =>
      inOneMoment(() => {
        return listPeriods(database, listCondition(engine, request.query), request, new Date(engine.now()))
      }),
    find: (request, uid) => inOneMoment(() => findInList(database, listCondition(engine, request.query), request, uid)),
    hits: (uid, query) => inOneMoment(() => hitsOf(engine, uid, query)),
    facets: (request) => inOneMoment(() => countFacets(engine, facetRows, request)),
    suggest: (query) => inOneMoment(() => suggestSpelling(engine, query)),
    typing: (request) => inOneMoment(() => searchTyping(engine, request)),
    similar: (uid, limit) => inOneMoment(() => similar(uid, limit)),
    savedSearches: () => inOneMoment(() => listSavedSearches(engine)),
    choose: (query) => inOneMoment(() => choose(engine, query)),
  }
}

/** Every word that can be marked, whichever of them an article must have. */
function hitsOf(engine: Engine, uid: ArticleUid, query: string): ArticleHits {
  const { root } = parseQuery(query, engine.now())
  return engine.articleHits(uid, expandQuery(root, 'all', engine.expansion))
}

function search(engine: Engine, request: SearchRequest): SearchAnswer {
  const started = performance.now()
  const found = runQuery(engine, request.query, request.match)
  const hits = engine.present(pageOf(engine, found, request), found.condition)
  return {
    query: request.query,
    total: found.total,
    milliseconds: performance.now() - started,
    understood: { match: request.match, relaxed: found.relaxed, parts: understoodParts(found.parsed, found) },
    hits,
  }
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
  const found = attemptQuery(engine, parseQuery(request.query, engine.now()), 'all')
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
  const { plan, text } = attemptQuery(engine, parseQuery(query, engine.now()), 'all')
  if (plan.kind === 'listing') return plan.where
  return { sql: 'l.article IN (SELECT value FROM json_each(?))', values: [JSON.stringify(text?.ids() ?? [])] }
}

const ALL: Page = { limit: 1_000_000_000, offset: 0 }

function choose(engine: Engine, query: string): readonly ArticleUid[] {
  const { ids } = listed(engine, { query, sort: 'added', direction: 'down' }, ALL)
  const uids = engine.uidsOf(ids)
  return ids.flatMap((id) => uids.get(id) ?? [])
}

function createUidsOf(database: Database): Engine['uidsOf'] {
  const select = database.prepare<[string], { readonly id: ArticleId; readonly uid: ArticleUid }>(
    'SELECT id, uid FROM article WHERE id IN (SELECT value FROM json_each(?))',
  )
  return (ids) => new Map(select.all(JSON.stringify(ids)).map(({ id, uid }) => [id, uid]))
}
