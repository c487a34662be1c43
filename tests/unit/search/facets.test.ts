import { describe, expect, it } from 'vitest'
import type { FacetName } from '../../../src/shared/model/search-facets.ts'
import { createWorld, openWorld, type WorldArticle } from './support/search-world.ts'

const ARTICLES: readonly WorldArticle[] = [
  {
    title: 'A',
    body: 'ice',
    publication: 'Post',
    published: '2021-05',
    tags: ['food', 'food/tea'],
    collection: 'Work/War',
  },
  {
    title: 'B',
    body: 'ice',
    publication: 'The Washington Post',
    published: '2022-01-02',
    byline: 'Ann Lee and Bob Ray',
    starred: true,
  },
  {
    title: 'C',
    body: 'ice',
    publication: 'Post',
    language: 'de',
    tags: ['food/tea'],
    collection: 'Work',
    byline: 'Ann Lee',
    notes: ['cold'],
  },
  { title: 'D', body: 'snow', publication: 'Other', published: '2022', byline: 'Writers' },
  { title: 'E', body: 'snow', byline: 'A writer' },
  { title: 'G', body: 'snow', byline: 'A writer, Ann Lee, –' },
]

function world() {
  const made = createWorld(openWorld())
  for (const article of ARTICLES) made.add(article)
  const facets = (query: string) => made.search.facets({ query, match: 'all' })
  const valuesOf = (query: string, name: FacetName) =>
    facets(query)
      .facets.find((facet) => facet.name === name)
      ?.values.map((one) => [one.value, one.articles])
  return { ...made, facets, valuesOf }
}

describe('facets', () => {
  it('count what a query finds, and nothing else', () => {
    const { valuesOf, facets } = world()
    expect(facets('ice').total).toBe(3)
    expect(valuesOf('ice', 'year')).toEqual([
      ['2022', 1],
      ['2021', 1],
    ])
    expect(valuesOf('ice', 'language')).toEqual([
      ['en', 2],
      ['de', 1],
    ])
    expect(valuesOf('ice', 'state')).toEqual([
      ['unread', 3],
      ['starred', 1],
    ])
  })

  it('name people one by one, whoever else stands in a byline', () => {
    const { add, valuesOf } = world()
    add({ title: 'F', body: 'ice', byline: 'Cy Oak, Ann Lee' })
    expect(valuesOf('ice', 'author')).toEqual([
      ['Ann Lee', 3],
      ['Ann Lee and Bob Ray', 1],
      ['Cy Oak', 1],
    ])
  })

  it('count those without a value, such as undated ones', () => {
    const year = world()
      .facets('ice')
      .facets.find(({ name }) => name === 'year')
    expect(year?.without).toBe(1)
  })

  it('tell exactly how many articles each condition leaves', () => {
    const { facets, find } = world()
    for (const query of ['ice', 'ice OR snow', '-nothing'])
      for (const { name, values } of facets(query).facets)
        for (const { value, articles, condition } of values) {
          expect([name, value, find(`(${query}) ${condition}`).length]).toEqual([name, value, articles])
        }
  })

  it('count a tag with the tags below it, and a collection with those below it, each article once', () => {
    const { valuesOf } = world()
    expect(valuesOf('ice', 'tag')).toEqual([
      ['food', 2],
      ['food/tea', 2],
    ])
    expect(valuesOf('ice', 'collection')).toEqual([
      ['Work', 2],
      ['Work/War', 1],
    ])
  })

  it('say when they are those of articles that have only some of the words', () => {
    const { facets } = world()
    expect(facets('ice fire')).toMatchObject({ total: 3, relaxed: true })
    expect(facets('fire')).toMatchObject({ total: 0, relaxed: false })
  })

  it('are the same for many articles, which are read all at once, and follow what is written', () => {
    const { add, facets, valuesOf } = world()
    for (let at = 0; at < 4_100; at += 1)
      add({ body: 'fog', publication: at % 2 === 0 ? 'Even' : 'Odd', tags: ['all'] })
    expect(valuesOf('fog', 'publication')).toEqual([
      ['Even', 2_050],
      ['Odd', 2_050],
    ])
    add({ body: 'fog', publication: 'Odd' })
    expect(valuesOf('fog', 'publication')?.[0]).toEqual(['Odd', 2_051])
    expect(facets('fog').facets.find(({ name }) => name === 'tag')?.without).toBe(1)
  })
})
