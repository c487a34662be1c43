import { describe, expect, it } from 'vitest'
import type { ArticleId } from '../../../src/shared/model/identity.ts'
import { createArticleSearch } from '../../../src/main/search/article-search.ts'
import { createWorld, openWorld, someUnit, WORLD_NOW, type World } from './support/search-world.ts'

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

/** A world's search that notes whose texts are read; pages show no rows. */
function watched(world: World) {
  const read: ArticleId[] = []
  const search = createArticleSearch({
    database: world.database,
    now: () => WORLD_NOW,
    readRows: () => [],
    readTexts: (ids) => {
      read.push(...ids)
      return new Map(ids.flatMap((id) => textOf(world, id)))
    },
  })
  const ask = (query: string) => {
    read.length = 0
    const { total, understood } = search.search({ query, match: 'all', limit: 0, offset: 0 })
    return { total, read: [...read], problems: understood.parts.map(({ problem }) => problem) }
  }
  return { ask, search }
}

function textOf({ texts }: World, id: ArticleId) {
  const text = texts.get(id)
  return text === undefined ? [] : [[id, text] as const]
}

/** A world in which a text stands more often than texts would be read one by one. */
function worldFullOf(body: string): World {
  const world = createWorld(openWorld())
  world.database.transaction(() => {
    for (let at = 0; at < 201; at += 1) world.add({ body })
  })()
  return world
}

describe('a phrase whose words have no other form in the archive', () => {
  it('is known without a look at any text, until another form comes', () => {
    const world = worldFullOf('The glacier was warm.')
    const { ask } = watched(world)
    expect(ask('"was"')).toMatchObject({ total: 201, read: [] })
    expect(ask('"glacier was"')).toMatchObject({ total: 201, read: [] })
    const other = world.add({ body: 'Two glaciers and WA.' })
    const again = ask('"was"')
    expect(again).toMatchObject({ total: 201 })
    expect(again.read).toHaveLength(202)
    expect(again.read).toContain(other)
    expect(ask('"glacier was"').read).toHaveLength(201)
  })

  it('counts a form that differs in marks alone as the same, and one with a mark in its first letters as another', () => {
    const world = worldFullOf('A café was open to elan.')
    const { ask } = watched(world)
    expect(ask('"cafe was"')).toMatchObject({ total: 201, read: [] })
    expect(ask('"elan"')).toMatchObject({ total: 201, read: [] })
    world.add({ body: 'Two cáfes.' })
    world.add({ body: 'Élans.' })
    expect(ask('"cafe was"').read).toHaveLength(201)
    expect(ask('"elan"')).toMatchObject({ total: 201, problems: [null] })
    world.add({ body: 'more' })
    expect(ask('"elan"').read).toHaveLength(202)
  })

  it('is looked up where the article was analysed by older rules, or in a language that cannot tell', () => {
    const world = worldFullOf('He was here.')
    const german = world.add({ body: 'Es was kalt.', language: 'de' })
    world.database.exec('UPDATE search_doc SET analysis = 0 WHERE article = 3')
    expect(watched(world).ask('"was"')).toMatchObject({ total: 202, read: [3, german] })
  })

  it('is looked up all the same where few articles have it', () => {
    const world = createWorld(openWorld())
    world.add({ body: 'It was cold.' })
    expect(watched(world).ask('"was"')).toMatchObject({ total: 1, read: [1] })
  })
})

it('a phrase in too many articles is left at the forms of its words, and said to be', () => {
  const world = createWorld(openWorld())
  world.database.transaction(() => {
    for (let at = 0; at < 6_001; at += 1) world.add({ body: at === 0 ? 'news' : 'new' })
  })()
  const { ask, search } = watched(world)
  expect(ask('"new"')).toEqual({ total: 6_001, read: [], problems: ['too-common'] })
  expect(ask('"new" "new new"').problems).toEqual(['too-common', null])
  world.index.remove(someUnit, 1 as ArticleId)
  world.add({ body: 'news' })
  world.index.remove(someUnit, 2 as ArticleId)
  const checked = ask('"new"')
  expect(checked).toMatchObject({ total: 5_999, problems: [null] })
  expect(checked.read).toHaveLength(6_000)
  expect(search.facets({ query: '"new"', match: 'all' }).total).toBe(5_999)
})

it('what was looked up for a phrase is remembered until something is written', () => {
  const world = createWorld(openWorld())
  world.add({ body: 'One end.' })
  world.add({ body: 'Two ends.' })
  const { ask } = watched(world)
  expect(ask('"end"')).toMatchObject({ total: 1, read: [1, 2] })
  expect(ask('"end"')).toMatchObject({ total: 1, read: [] })
  world.add({ body: 'The end.' })
  expect(ask('"end"')).toMatchObject({ total: 2, read: [1, 2, 3] })
})
