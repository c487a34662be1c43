import { describe, expect, it } from 'vitest'
import { measureRelevance, rank } from '../../../bench/relevance/measures.ts'

const grades = new Map([
  ['a', 2],
  ['b', 1],
])

describe('measures of a ranking', () => {
  it('are one when the best stand first', () => {
    expect(rank(['a', 'b', 'x'], grades)).toEqual({ ndcg10: 1, map: 1, mrr10: 1, recall100: 1 })
  })

  it('are nought when nothing was found', () => {
    expect(rank([], grades)).toEqual({ ndcg10: 0, map: 0, mrr10: 0, recall100: 0 })
  })

  it('fall with every place that an answer comes later', () => {
    const { ndcg10, map, mrr10, recall100 } = rank(['x', 'b'], grades)
    expect(ndcg10).toBeCloseTo(1 / Math.log2(3) / (2 + 1 / Math.log2(3)))
    expect([map, mrr10, recall100]).toEqual([0.25, 0.5, 0.5])
  })

  it('are the mean over the questions that have an answer', () => {
    const queries = ['good', 'bad', 'unjudged'].map((id) => ({ id, text: id }))
    const relevant = new Map(['good', 'bad'].map((id) => [id, grades]))
    const collection = { language: 'en', docs: [], queries, relevant }
    expect(measureRelevance(collection, (text) => (text === 'good' ? ['a', 'b'] : [])).ndcg10).toBe(0.5)
  })
})
