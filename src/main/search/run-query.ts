import type { Database } from 'better-sqlite3'
import type { ArticleId, ArticleUid, Instant } from '../../shared/model/identity.ts'
import type { ParsedQuery } from '../../shared/model/query.ts'
import type { MatchMode } from '../../shared/model/search.ts'
import { parseQuery } from '../../shared/query/parse-query.ts'
import type { ReadTexts } from '../archive/ports/article-records.ts'
import type { ReadRows } from '../archive/ports/reading.ts'
import type { FindArticleHits } from './article-hits.ts'
import type { ArchiveFigures } from './archive-figures.ts'
import {
  allOf,
  conjunctsOf,
  isWide,
  phrasesOf,
  type Condition,
  type SqlValue,
  type TextCondition,
  withoutNarrow,
} from './condition.ts'
import { asTyped } from './as-typed.ts'
import { expandQuery, type Expansion } from './expand-query.ts'
import { findTextHits, type TextHits } from './find-hits.ts'
import { ftsExpression } from './fts-expression.ts'
import { planHits, type HitPlan } from './hit-source.ts'
import type { MatchRows } from './match-rows.ts'
import type { BoundPhrase, CheckPhrases } from './phrase-check.ts'
import type { NewestWithTitle } from './newest-titles.ts'
import type { PresentHits } from './present-hits.ts'
import { askingWords } from './question-words.ts'
import { pairsOfQuery, type QueryPair } from './query-pairs.ts'
import { REFINED, type AddScores } from './refine-ranking.ts'
import type { CountTokens } from './feedback.ts'
import type { RelieveLength } from './relieve-length.ts'
import type { StemCounts } from './stem-counts.ts'
import { prepared } from './prepared.ts'
import { countRows, listRows } from './row-set.ts'

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
  readonly checkPhrases: CheckPhrases
  readonly matchRows: MatchRows
  readonly stemCounts: StemCounts
  readonly countTokens: CountTokens
  readonly addScores: AddScores
  readonly relieveLength: RelieveLength
  readonly uidsOf: (ids: readonly ArticleId[]) => ReadonlyMap<ArticleId, ArticleUid>
  readonly present: PresentHits
  readonly articleHits: FindArticleHits
  readonly newestWithTitle: NewestWithTitle
}

/** A query made ready to run in one mode. */
export interface Attempt {
  readonly condition: Condition
  readonly plan: HitPlan
  /** Of a text plan. */
  readonly text: TextHits | null
  readonly total: number
  readonly ranking: Ranking
  /** Phrases that count with all forms of their words, as they stand in too many articles to be looked at. */
  readonly unchecked: readonly TextCondition[]
}

/** What refines the order of hits beside their words. */
export interface Ranking {
  readonly pairs: readonly QueryPair[]
  /** Expressions of unmarked words as they were typed, which should count more than those with marks. */
  readonly asTyped: readonly string[]
  /** Expressions that found hits and should count less. */
  readonly asking: readonly string[]
  /** Whether words of the first hits may help: for questions, of which hits have some words only. */
  readonly learns: boolean
}

const PLAIN: Ranking = { pairs: [], asTyped: [], asking: [], learns: false }

/** Makes a query ready and counts what it finds. */
export function attemptQuery(engine: Engine, parsed: ParsedQuery, match: MatchMode): Attempt {
  const expansion = { ...engine.expansion, isUnmarked: isUnmarked(parsed), isQuestion: parsed.root.items.length > 2 }
  const languages = engine.expansion.vocabulary.languages()
  const pairs = pairsOfQuery(parsed.root, languages)
  return attemptCondition(engine, expandQuery(parsed.root, match, expansion), {
    pairs,
    asTyped: isUnmarked(parsed) ? asTyped(parsed.root, languages) : [],
    asking: match === 'any' ? askingWords(parsed.root, languages) : [],
    learns: match === 'any' && !HAS_RUN.test(parsed.parts.map(({ text }) => text).join(' ')),
  })
}

/** Scripts without spaces are cut into bigrams, of which the first hits teach little: in Chinese MRR@10 fell by .002. */
const HAS_RUN =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u

/** Whoever writes a language of marks without them leaves them out throughout. */
function isUnmarked({ parts }: ParsedQuery): boolean {
  return parts.every(({ text }) => /^\p{ASCII}*$/u.test(text))
}

/** The same for a condition made otherwise. */
export function attemptCondition(engine: Engine, expanded: Condition, ranking: Ranking = PLAIN): Attempt {
  const { database } = engine
  const condition = withoutNarrow(expanded, (text) => isNarrow(engine, text))
  const check = engine.checkPhrases(boundPhrases(condition))
  const plan = planHits(condition, {
    wrong: check.wrongRows,
    noteMatches: (fts) => hasNote(database, fts),
    articleRows: (text) => listRows(engine.matchRows(text)),
    isEverywhere: (text) => isEverywhere(engine, text),
  })
  const ranked = mayBeFew(engine, condition) ? REFINED : undefined
  const text = plan.kind === 'text' ? findTextHits(database, plan, ranked === undefined ? {} : { ranked }) : null
  const total = plan.kind === 'text' ? (text?.total ?? 0) : engine.figures.listed(plan.where)
  return { condition, plan, text, total, ranking, unchecked: phrasesOf(condition).filter(check.isUnchecked) }
}

/** In a smaller archive everything is quick, and ranks. */
const LEAST_ARTICLES = 1_000
/** A beginning that stands in no more of all articles is no burden to FTS5. */
const NARROW_SHARE = 0.1

/** Whether what begins so stands in so few articles that FTS5 may do all. */
function isNarrow({ figures, matchRows }: Engine, text: TextCondition): boolean {
  if (text.wide?.ranked !== null) return false
  return countRows(matchRows(text)) <= Math.max(LEAST_ARTICLES, NARROW_SHARE * figures.indexed())
}

/** Of what stands in half of all articles bm25 counts next to nothing: its logarithm falls below 0 and is set to 10⁻⁶. */
function isEverywhere({ figures, matchRows }: Engine, condition: Condition): boolean {
  const articles = figures.indexed()
  return articles >= LEAST_ARTICLES && 2 * countRows(matchRows(condition)) > articles
}

/** Up to so many of the sampled articles hold a word that may well leave few hits when others are wanted beside it. */
const RARE_SAMPLE = 40

/** Whether ranking at once is likely to save counting: one of several words is rare. */
function mayBeFew({ stemCounts }: Engine, condition: Condition): boolean {
  if (condition.kind !== 'and') return false
  return condition.children.some((child) => {
    const stem = child.kind === 'text' ? /^"([^ "]+)"$/.exec(child.fts)?.[1] : undefined
    return stem !== undefined && stemCounts.sample(stem) <= RARE_SAMPLE
  })
}

/** A phrase that all hits must hold is checked only where all the other words stand too. */
function boundPhrases(condition: Condition): readonly BoundPhrase[] {
  const conjuncts = conjunctsOf(condition)
  const narrow = allOf(conjuncts.filter((conjunct) => !isWide(conjunct)))
  const bound = { article: ftsExpression(narrow, 'article') ?? null, note: ftsExpression(narrow, 'note') ?? null }
  const isAlways = (phrase: TextCondition): boolean => conjuncts.includes(phrase)
  return phrasesOf(condition).map((phrase) => ({
    condition: phrase,
    bound: isAlways(phrase) ? bound : { article: null, note: null },
  }))
}

function hasNote(database: Database, fts: string): boolean {
  return prepared(database, 'SELECT 1 FROM search_note WHERE search_note MATCH ? LIMIT 1').get(fts) !== undefined
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
