import { describe, expect, it } from 'vitest'
import type { ArticleId } from '../../../src/shared/model/identity.ts'
import { createWorld, openWorld, someUnit, type World } from './support/search-world.ts'

/** 1 200 articles with a word each that begins with `s` (each another one), of which every tenth is about ice and every hundredth has none. */
function largeWorld(): World {
  const world = createWorld(openWorld())
  world.database.transaction(() => {
    for (let at = 1; at <= 1_200; at += 1) {
      const word = at % 100 === 0 ? 'nothing' : `s${String(at)}`
      const ice = at % 10 === 0 ? ` ${'ice '.repeat(at % 7)}and core` : ''
      world.add({
        title: `T${String(at)}`,
        body: `${word}${ice}`,
        published: `2020-01-${String((at % 28) + 1).padStart(2, '0')}`,
        ...(at % 3 === 0 ? { tags: ['third'] } : {}),
      })
    }
  })()
  return world
}

const world = largeWorld()
const total = (query: string, match: 'all' | 'any' = 'all'): number => {
  const { total: found, understood } = world.search.search({ query, match, limit: 0, offset: 0 })
  return understood.relaxed ? 0 : found
}

describe('a beginning that hundreds of words have', () => {
  it.each([
    ['s*', 1_188],
    ['text:s*', 1_188],
    ['title:s*', 0],
    ['-s*', 12],
    ['s* core', 108],
    ['core -s*', 12],
    ['s* -core', 1_080],
    ['s* OR nothing', 1_200],
    ['s* tag:third', 396],
    ['core -s* tag:third', 4],
    ['s* (core OR tag:third)', 468],
    ['s* "and core"', 108],
    ['"s10 ice" s*', 1],
    ['s* t*', 1_188],
    ['s1* -s2*', 308],
    ['note:s*', 0],
  ])('finds what FTS5 would: %s', (query, articles) => {
    expect(total(query)).toBe(articles)
  })

  it('counts for nothing beside other words, as it stands everywhere', () => {
    const titles = (query: string) => world.search.search({ query, match: 'all', limit: 200, offset: 0 }).hits
    const withIt = titles('ice core s*').map(({ title }) => title)
    const withoutIt = titles('ice core').map(({ title }) => title)
    expect(withIt).toEqual(withoutIt.filter((title) => Number(title?.slice(1)) % 100 !== 0))
  })

  it('shows the newest first when nothing ranks, to the last page', () => {
    const page = (offset: number) =>
      world.search
        .search({ query: 's* -core', match: 'all', limit: 600, offset })
        .hits.map((hit) => hit.published ?? '')
    const all = [...page(0), ...page(600)]
    expect(all).toHaveLength(1_080)
    expect(all).toEqual(all.toSorted().reverse())
  })

  it('follows what is written, also before the transaction ends, and leaves the Trash out', () => {
    const { database, index } = world
    database.exec('BEGIN')
    expect(total('s*')).toBe(1_188)
    index.remove(someUnit, 1 as ArticleId)
    expect(total('s*')).toBe(1_187)
    database.exec('ROLLBACK')
    expect(total('s*')).toBe(1_188)
    database.exec('UPDATE article_listing SET trashed = 1 WHERE article IN (1, 2, 100)')
    expect(total('s*')).toBe(1_186)
    database.exec('UPDATE article_listing SET trashed = 0')
  })

  it('finds notes as well, each article once', () => {
    world.database.exec('BEGIN')
    world.addNote(100 as ArticleId, 'a silent note', 'en')
    world.addNote(1 as ArticleId, 'a second note', 'en')
    expect(total('s*')).toBe(1_189)
    expect(total('s* core')).toBe(108)
    world.database.exec('ROLLBACK')
  })
})

describe('a word with slips that hundreds of words lie near', () => {
  it('finds them all; its own form and the nearest rank, then come the newest of the others', () => {
    const small = createWorld(openWorld())
    const letters = Array.from('abcdefghijklmnop')
    for (const letter of letters) small.add({ title: `far ${letter}`, body: `x${letter}y`, published: '2019' })
    for (const letter of letters) small.add({ title: `near ${letter}`, body: `t${letter}`, published: '2018' })
    small.add({ title: 'own', body: 'to', published: '2017' })
    small.add({ title: 'newest', body: 'zzo', published: '2021' })
    small.add({ title: 'other', body: 'nothing else' })
    const { hits, total: found } = small.search.search({ query: 'to~2', match: 'all', limit: 100, offset: 0 })
    expect(found).toBe(2 * letters.length + 2)
    expect(hits).toHaveLength(found)
    const ranked = hits.filter(({ score }) => score > 0).map(({ title }) => title)
    expect(ranked).toEqual(expect.arrayContaining(['own', ...letters.map((letter) => `near ${letter}`)]))
    const others = hits.slice(ranked.length)
    expect(others.length).toBeGreaterThan(0)
    expect(others[0]?.title).toBe('newest')
    expect(others.map(({ published }) => published)).toEqual(['2021', ...others.slice(1).map(() => '2019')])
  })
})
