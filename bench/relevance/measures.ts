import type { Collection, Grades } from './collection.ts'

/** Answers the documents for a question, best first, at most a hundred. */
export type Ask = (question: string) => readonly string[]

/** How well an engine ranks, each from 0 to 1, the mean over all questions that have an answer. */
export interface Relevance {
  /** Normalised discounted cumulative gain of the first ten. */
  readonly ndcg10: number
  /** Mean average precision of the first hundred. */
  readonly map: number
  /** Reciprocal rank of the first answer within the first ten. */
  readonly mrr10: number
  /** Share of the answers among the first hundred. */
  readonly recall100: number
}

/** Asks every question of a collection. */
export function measureRelevance({ queries, relevant }: Collection, ask: Ask): Relevance {
  const each = queries.flatMap(({ id, text }) => {
    const grades = relevant.get(id)
    return grades === undefined ? [] : [rank(ask(text).slice(0, 100), grades)]
  })
  const mean = (pick: (one: Relevance) => number): number => each.reduce((sum, one) => sum + pick(one), 0) / each.length
  return {
    ndcg10: mean((one) => one.ndcg10),
    map: mean((one) => one.map),
    mrr10: mean((one) => one.mrr10),
    recall100: mean((one) => one.recall100),
  }
}

/** Measures of one ranking. */
export function rank(found: readonly string[], grades: Grades): Relevance {
  const gains = found.map((doc) => grades.get(doc) ?? 0)
  const ideal = [...grades.values()].toSorted((one, other) => other - one)
  const first = gains.slice(0, 10).findIndex((gain) => gain > 0)
  let answers = 0
  let precisions = 0
  gains.forEach((gain, at) => {
    if (gain > 0) precisions += ++answers / (at + 1)
  })
  return {
    ndcg10: discounted(gains) / discounted(ideal),
    map: precisions / grades.size,
    mrr10: first < 0 ? 0 : 1 / (first + 1),
    recall100: answers / grades.size,
  }
}

function discounted(gains: readonly number[]): number {
  return gains.slice(0, 10).reduce((sum, gain, at) => sum + gain / Math.log2(at + 2), 0)
}
