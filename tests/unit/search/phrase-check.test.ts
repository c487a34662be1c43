import { describe, expect, it } from 'vitest'
import type { ArticleId } from '../../../src/shared/model/identity.ts'
import { createArticleSearch } from '../../../src/main/search/article-search.ts'
import { createWorld, openWorld, WORLD_NOW } from './support/search-world.ts'

/** How many articles a query finds, and the texts that were read for it (no page is asked for). */
function ask(query: string) {
  const world = createWorld(openWorld())
  world.add({ body: 'The end of the war, the end of a war', language: 'en' })
  world.add({ body: 'Wars of thes and of the’s', language: 'en' })
  world.add({ body: 'Das Ende of the Krieg', language: 'de' })
  const read: ArticleId[] = []
  const search = createArticleSearch({
    database: world.database,
    now: () => WORLD_NOW,
    readRows: () => [],
    readTexts: (ids) => {
      read.push(...ids)
      return new Map(ids.flatMap((id) => [...world.texts].filter(([one]) => one === id)))
    },
  })
  const { total, understood } = search.search({ query, match: 'all', limit: 0, offset: 0 })
  return { total: understood.relaxed ? 0 : total, read }
}

describe('the check of phrases on the text', () => {
  it('is left out where the stems of function words say it all, in the languages that promise so', () => {
    expect(ask('"of the"')).toEqual({ total: 2, read: [3] })
  })

  it('is made where another form may stand', () => {
    expect(ask('"end of the war"')).toEqual({ total: 1, read: [1] })
    expect(ask('"end of the wars"')).toEqual({ total: 0, read: [1] })
  })

  it('is made in the articles only in which the rest of the query holds', () => {
    expect(ask('"the war" end')).toEqual({ total: 1, read: [1] })
  })

  it('tells forms of function words apart', () => {
    expect(ask('"of thes"').total).toBe(1)
    expect(ask('"of the’s"').total).toBe(1)
  })
})
