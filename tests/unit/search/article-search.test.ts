import { describe, expect, it } from 'vitest'
import { createWorld, openWorld } from './support/search-world.ts'

const military = {
  title: 'Retreat',
  body: 'It makes no sense to be in broken positions. HIMARS were promised for Severodonetsk.',
  published: '2022-06-24',
}

function smallWorld() {
  const world = createWorld(openWorld())
  world.add(military)
  world.add({ title: 'Ice', body: 'An ice core from Antarctica was running warm.', published: '2022', tags: ['Long reads'] })
  world.add({ title: 'Snow', body: 'Snow fell on the core of the town. Runners ran.', published: '2021-03', site: 'news.example.org' })
  return world
}

describe('searching for words and phrases', () => {
  it.each([
    ['"broken positions"', ['Retreat']],
    ['"in broken positions"', ['Retreat']],
    ['"position broken"', []],
    ['"broken position"', []],
    ['HIMARS -Severodonetsk', []],
    ['ice core', ['Ice']],
    ['ice OR snow', ['Ice', 'Snow']],
    ['-ice -snow', ['Retreat']],
    ['core -antarctica', ['Snow']],
    ['(ice OR snow) core -antarctica', ['Snow']],
    ['runn*', ['Snow', 'Ice']],
    ['antartica~1', ['Ice']],
    ['antarctcia~1', ['Ice']],
    ['title:ice', ['Ice']],
    ['title:core', []],
    ['text:core title:snow', ['Snow']],
    ['"ice antarctica"~3', ['Ice']],
    ['"ice warm"~2', []],
    ['core -"ice core"', ['Snow']],
    ['core -"ice cores"', ['Ice', 'Snow']],
    ['"ice cores" OR snow', ['Snow']],
  ])('%s finds %j', (query, titles) => {
    expect([...smallWorld().find(query)].sort()).toEqual([...titles].sort())
  })

  it('says so when nothing has all the words, and shows those with some, never dropping signs and filters', () => {
    const { search } = smallWorld()
    const ask = (query: string) => search.search({ query, match: 'all', limit: 10, offset: 0 })
    expect(ask('ice severodonetsk').understood.relaxed).toBe(true)
    expect(ask('ice severodonetsk').total).toBe(2)
    expect(ask('ice severodonetsk -himars').hits.map((hit) => hit.title)).toEqual(['Ice'])
    expect(ask('+ice severodonetsk snow').hits.map((hit) => hit.title)).toEqual(['Ice'])
    expect(ask('ice severodonetsk before:2022-07 after:2022-01').hits.map((hit) => hit.title)).toEqual(['Retreat'])
    expect(ask('ice core').understood.relaxed).toBe(false)
  })
})
