import { performance } from 'node:perf_hooks'
import type { ArticleId } from '../../shared/model/identity.ts'
import type { GroupNode, ParsedQuery, WordNode } from '../../shared/model/query.ts'
import type { SearchAnswer, TypingRequest } from '../../shared/model/search.ts'
import { parseQuery } from '../../shared/query/parse-query.ts'
import { allOf } from './condition.ts'
import { expandQuery } from './expand-query.ts'
import type { ScoredHit } from './find-hits.ts'
import { orExpression, quoteTokens } from './fts-expression.ts'
import { queryStretches } from './query-tokens.ts'
import { pageOf } from './result-page.ts'
import { understoodParts } from './understood-parts.ts'
import { attemptCondition, attemptQuery, foundIds, type Attempt, type Engine } from './run-query.ts'

/** From so many letters on, what begins so is few enough to be looked up. */
const LEAST_LETTERS = 3
/** Words that an unfinished one stands for. */
const MOST_SURFACES = 20
/** Together they may stand in so many places, which bm25 ranks in some 10 ms. */
const MOST_POSTINGS = 30_000
/** Forms of one language that are looked at. */
const MOST_FORMS = 3_000
/** Stems of which a sample is looked at, at some 40 µs each. */
const MOST_STEMS = 400

/**
 * Searches while the last word is being typed. Under three letters it is searched whole, and as the beginning of a word
 * of the newest titles; from three on it also stands for the twenty most common words that begin so.
 */
export function searchTyping(engine: Engine, { query, limit }: TypingRequest): SearchAnswer {
  const started = performance.now()
  const parsed = parseQuery(query, engine.now())
  const last = unfinishedWord(parsed, query)
  const letters = last === undefined ? null : wholeWord(last.text)
  const isShort = letters !== null && Array.from(letters).length < LEAST_LETTERS
  const found =
    last === undefined || letters === null || isShort
      ? attemptQuery(engine, parsed, 'all')
      : expanded(engine, parsed, last, letters)
  const page = pageOf(engine, found, { limit, offset: 0 })
  const titles = last !== undefined && letters !== null && isShort ? byTitle(engine, parsed, last, letters) : []
  const both = withTitles(engine, found, page, titles)
  return {
    query,
    total: both.total,
    milliseconds: performance.now() - started,
    understood: { match: 'all', relaxed: false, parts: understoodParts(parsed, found) },
    hits: engine.present(both.page.slice(0, limit), found.condition),
  }
}

/** The word that ends where the query ends, unless it is excluded. */
function unfinishedWord({ root }: ParsedQuery, query: string): WordNode | undefined {
  const last = root.items.at(-1)
  if (last === undefined || last.sign === 'must-not' || last.node.kind !== 'word') return undefined
  return last.node.end === query.length ? last.node : undefined
}

/** The surface of a term that is one word; null for several, or a run, whose bigrams find beginnings anyway. */
function wholeWord(text: string): string | null {
  const stretches = queryStretches(text)
  const [only] = stretches
  return stretches.length === 1 && only?.kind === 'word' && /[\p{L}\p{M}\p{N}]$/u.test(text) ? only.surface : null
}

function expanded(engine: Engine, parsed: ParsedQuery, node: WordNode, letters: string): Attempt {
  const whole = expandQuery({ ...parsed.root, items: [{ sign: 'plain', node }] }, 'all', engine.expansion)
  const own = whole.kind === 'text' ? [whole.fts] : []
  const stems = commonStems(engine, letters).map((stem) => quoteTokens([stem]))
  if (own.length + stems.length === 0) return attemptQuery(engine, parsed, 'all')
  const expansion = { ...engine.expansion, unfinished: { node, fts: orExpression([...own, ...stems]) } }
  return attemptCondition(engine, expandQuery(parsed.root, 'all', expansion))
}

/** Stems of the surfaces that begin so, the most common first, none that would lift the sum of their postings too high. */
function commonStems({ expansion, stemCounts }: Engine, letters: string): readonly string[] {
  const forms = expansion.vocabulary.surfacesOfPrefix(letters, MOST_FORMS)
  const shortestFirst = [...forms].sort((one, other) => one.surface.length - other.surface.length)
  const stems = [...new Set(shortestFirst.map(({ stem }) => stem))].slice(0, MOST_STEMS)
  const sampled = stems.map((stem) => ({ stem, sample: stemCounts.sample(stem) }))
  const likely = sampled.sort((one, other) => other.sample - one.sample).slice(0, 2 * MOST_SURFACES)
  const counted = likely.map(({ stem }) => ({ stem, articles: stemCounts.estimate(stem) }))
  counted.sort((one, other) => other.articles - one.articles)
  const chosen: string[] = []
  let postings = 0
  for (const { stem, articles } of counted) {
    if (chosen.length >= MOST_SURFACES) break
    if (articles === 0 || postings + articles > MOST_POSTINGS) continue
    postings += articles
    chosen.push(stem)
  }
  return chosen
}

/** Articles among the newest with a word in their title that begins so, and all the rest of the query. */
function byTitle(engine: Engine, parsed: ParsedQuery, node: WordNode, letters: string): readonly ArticleId[] {
  if (node.field !== null && node.field !== 'title') return []
  const ids = engine.newestWithTitle(letters)
  const rest = parsed.root.items.filter((item) => item.node !== node)
  if (ids.length === 0 || rest.length === 0) return ids
  return amongGiven(engine, { ...parsed.root, items: rest }, ids)
}

function amongGiven(engine: Engine, rest: GroupNode, ids: readonly ArticleId[]): readonly ArticleId[] {
  const given = { sql: 'l.article IN (SELECT value FROM json_each(?))', values: [JSON.stringify(ids)] }
  const condition = allOf([expandQuery(rest, 'all', engine.expansion), { kind: 'filter', filter: given }])
  const found = new Set(foundIds(engine, attemptCondition(engine, condition)))
  return ids.filter((id) => found.has(id))
}

/** Hits of the words first, then those of titles alone. */
function withTitles(
  engine: Engine,
  found: Attempt,
  page: readonly ScoredHit[],
  titles: readonly ArticleId[],
): { readonly page: readonly ScoredHit[]; readonly total: number } {
  if (titles.length === 0) return { page, total: found.total }
  const known = new Set(found.total === 0 ? [] : foundIds(engine, found))
  const more = titles.filter((article) => !known.has(article)).map((article) => ({ article, score: 0 }))
  return { page: [...page, ...more], total: found.total + more.length }
}
