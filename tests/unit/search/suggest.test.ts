import { expect, it } from 'vitest'
import { createWorld, openWorld } from './support/search-world.ts'

function world() {
  const made = createWorld(openWorld())
  made.add({ body: 'Antarctica is cold. Glaciers move slowly.' })
  made.add({ body: 'Antarctica again.' })
  return made
}

it('suggests the nearest spelling of a word that stands nowhere, and says where it stood', () => {
  expect(world().search.suggest('antartica cold')).toEqual({
    query: 'antarctica cold',
    words: [{ start: 0, end: 9, word: 'antartica', replacement: 'antarctica' }],
    articles: 1,
  })
})

it('suggests a word as people wrote it, never a stem', () => {
  expect(world().search.suggest('glacierrs').query).toBe('glaciers')
})

it('keeps fields, quotes and signs around what it replaces', () => {
  const { search } = world()
  expect(search.suggest('text:antarctcia -"warm tea"').query).toBe('text:antarctica -"warm tea"')
})

it('suggests nothing when every word is known, or nothing is near, or the other spelling finds nothing', () => {
  const { search } = world()
  for (const query of ['antarctica', 'zzzzzzzz', '', 'antartica warm']) {
    expect(search.suggest(query)).toEqual({ query: null, words: [], articles: 0 })
  }
})

it('neither knows nor counts a word of articles in the Trash', () => {
  const { add, database, search } = world()
  const trashed = [add({ body: 'Antartica cold.' }), add({ body: 'Antarktica.' }), add({ body: 'Antarktica too.' })]
  for (const id of trashed) database.prepare('UPDATE article_listing SET trashed = 1 WHERE article = ?').run(id)
  expect(search.suggest('antartica cold')).toMatchObject({ query: 'antarctica cold', articles: 1 })
})
