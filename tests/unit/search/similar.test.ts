import { expect, it } from 'vitest'
import type { ArticleUid } from '../../../src/shared/model/identity.ts'
import { createWorld, openWorld } from './support/search-world.ts'

it('finds the articles that share the strongest words, never the article itself', () => {
  const { add, search } = createWorld(openWorld())
  add({ title: 'One', body: 'Glaciers calve icebergs into the fjord. The glaciers retreat.' })
  add({ title: 'Two', body: 'Icebergs drift from the fjord; glaciers feed them.' })
  add({ title: 'Three', body: 'The bread rises in the oven.' })
  for (let at = 0; at < 30; at += 1)
    add({ title: `Other ${String(at)}`, body: 'The day was long and the news was plain.' })
  const [one] = search.list({ query: 'title:One', sort: 'added', direction: 'down', limit: 1, offset: 0 }).rows
  const answer = search.similar(one?.uid ?? ('' as ArticleUid), 10)
  expect(answer?.hits.map(({ row }) => row.title)).toEqual(['Two'])
  expect(answer?.words.map((word) => word.toLowerCase())).toContain('glaciers')
})

it('knows no article of another name', () => {
  const { search } = createWorld(openWorld())
  expect(search.similar('nobody' as ArticleUid, 10)).toBeUndefined()
})
