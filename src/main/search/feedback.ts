import type { ArticleId } from '../../shared/model/identity.ts'
import { quoteTokens } from './fts-expression.ts'
import type { ScoredHit } from './find-hits.ts'
import type { Weighed } from './refine-ranking.ts'
import type { StemCounts } from './stem-counts.ts'

/** Hits from which words are learnt. */
export const LEARNT_FROM = 10
/** Words that are learnt. */
const MOST_WORDS = 20
/** What the strongest of them counts beside a word of the query. */
const WEIGHT = 0.5
/** How steeply a hit's say falls with its score, as a power of its share of the best one's. */
const STEEPNESS = 8
/** Where the second hit has less than this share of the first one's score, the first stands out. */
const CLOSE = 0.95
/** Words whose rarity is looked up. */
const MOST_LOOKED_AT = 120
const SHORTEST_WORD = 3

/** The words of an article's text as tokens of the index, and how often each stands there. */
export type CountTokens = (article: ArticleId) => ReadonlyMap<string, number>

/** What stood out stays first: a question whose answer is found already must not be led away from it. */
export function keepLeader(before: readonly ScoredHit[], after: readonly ScoredHit[]): readonly ScoredHit[] {
  const [first, second] = before
  if (first === undefined || (second?.score ?? 0) >= CLOSE * first.score) return after
  const leader = after.find(({ article }) => article === first.article) ?? first
  return [leader, ...after.filter((hit) => hit !== leader)]
}

/**
 * Words that stand in the first hits and in few other articles: pseudo-relevance feedback in the manner of RM3 (Lavrenko
 * and Croft 2001). On Cranfield nDCG@10 rose from .371 to .402, MAP from .302 to .337.
 */
export function learnWords(
  hits: readonly ScoredHit[],
  articles: number,
  { countTokens, stemCounts }: { readonly countTokens: CountTokens; readonly stemCounts: StemCounts },
): readonly Weighed[] {
  const best = hits[0]?.score ?? 0
  if (best <= 0) return []
  const read = hits.slice(0, LEARNT_FROM).map(({ article, score }) => {
    const tokens = countTokens(article)
    const length = [...tokens.values()].reduce((sum, count) => sum + count, 0)
    return { say: (score / best) ** STEEPNESS, tokens, length }
  })
  const mean = read.reduce((sum, { length }) => sum + length, 0) / read.length
  const mass = new Map<string, number>()
  for (const { say, tokens, length } of read) {
    // As bm25 saturates: k1 1.2, b .75.
    const half = 1.2 * (0.25 + (0.75 * length) / Math.max(1, mean))
    for (const [token, count] of tokens) {
      if (token.length >= SHORTEST_WORD) mass.set(token, (mass.get(token) ?? 0) + (say * count) / (count + half))
    }
  }
  return strongest(mass, articles, stemCounts)
}

function strongest(mass: ReadonlyMap<string, number>, articles: number, { estimate }: StemCounts): readonly Weighed[] {
  const limit = Math.max(10, Math.floor(articles / 4))
  const looked = [...mass].sort((one, other) => other[1] - one[1]).slice(0, MOST_LOOKED_AT)
  const weighed = looked.flatMap(([token, value]) => {
    const count = estimate(token)
    return count === 0 || count >= limit
      ? []
      : [{ token, value: value * Math.log((articles - count + 0.5) / (count + 0.5)) }]
  })
  weighed.sort((one, other) => other.value - one.value)
  const most = weighed[0]?.value ?? 1
  return weighed.slice(0, MOST_WORDS).map(({ token, value }) => {
    return { fts: quoteTokens([token]), weight: (WEIGHT * value) / most }
  })
}
