import { expect, test } from 'vitest'
import { growthRows, logRows, sameQueriesRows } from '../../../bench/search/search-rows.ts'
import { listPages } from '../../../bench/search/list-pages.ts'
import { composeArticle } from '../../../bench/corpus/compose-article.ts'
import { STANDARD_CORPUS } from '../../../bench/corpus/corpus-options.ts'
import type { BenchQuery } from '../../../bench/corpus/query-log.ts'

const queries = (['words', 'words', 'phrase', 'filter'] as const).map((kind): BenchQuery => ({
  kind,
  query: 'ice',
  form: 'words',
  words: ['ice'],
  without: null,
}))

test('the log has a line of medians, p95 and worst for all queries and for every kind', () => {
  const rows = logRows(queries, [1, 3, 8, 20], [1, 1, 4, null])
  expect(rows).toHaveLength(3 * 6)
  expect(rows.find(({ what }) => what === 'all queries: worst')).toMatchObject({ ours: 20, peer: 4 })
  expect(rows.find(({ what }) => what === 'phrase: median')).toMatchObject({ ours: 8, peer: 4, ratio: 2 })
  expect(rows.find(({ what }) => what === 'field or filter: median')).toMatchObject({ ours: 20, peer: null })
})

test('beside a peer only the queries count that it can be asked', () => {
  const [median, p95] = sameQueriesRows('beside lunr', [1, 3, 8, 20], [2, 2, 2, null])
  expect(median).toMatchObject({ what: 'beside lunr: median', ours: 3, peer: 2 })
  expect(p95).toMatchObject({ ours: 8, peer: 2 })
})

test('growth sets an archive beside a smaller one of ours, list by list', () => {
  const small = {
    openToRows: 10,
    times: [1, 2],
    worst: {},
    lists: { first: 1 },
    keys: [1],
    facets: [1],
    empty: 0,
    memory: { opened: 1, peak: 1 },
  }
  const rows = growthRows('growth', { ...small, times: [2, 4], lists: { first: 3, other: 5 } }, small)
  expect(rows.map(({ what, ratio }) => [what, ratio])).toEqual([
    ['growth: query, median', 2],
    ['growth: query, p95', 2],
    ['growth: open to first rows', 1],
    ['growth: first', 3],
    ['growth: other', null],
  ])
})

test('deep pages lie inside the list, however short it is', () => {
  const { article } = composeArticle(STANDARD_CORPUS, 0)
  for (const articles of [1, 60, 10_000]) {
    for (const { offset } of Object.values(listPages(articles, article))) {
      expect(offset).toBeGreaterThanOrEqual(0)
      expect(offset).toBeLessThan(articles)
    }
  }
})
