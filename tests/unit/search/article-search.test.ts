import { describe, expect, it } from 'vitest'
import type { SqlValue } from '../../../src/main/search/condition.ts'
import { createFilterSql } from '../../../src/main/search/filter-sql.ts'
import { orderParts, pageSql } from '../../../src/main/search/listing-order.ts'
import type { QueryFilter } from '../../../src/shared/model/query.ts'
import { createWorld, openWorld } from './support/search-world.ts'

const military = {
  title: 'Retreat',
  body: 'It makes no sense to be in broken positions. HIMARS were promised for Severodonetsk.',
  published: '2022-06-24',
}

function smallWorld() {
  const world = createWorld(openWorld())
  world.add(military)
  world.add({
    title: 'Ice',
    body: 'An ice core from Antarctica was running warm.',
    published: '2022',
    tags: ['Long reads'],
  })
  world.add({
    title: 'Snow',
    body: 'Snow fell on the core of the town. Runners ran.',
    published: '2021-03',
    site: 'news.example.org',
  })
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

it('finds a name joined by & as it stands, not its letters apart', () => {
  const world = createWorld(openWorld())
  world.add({ title: 'A', body: 'The bills of AT&T rose.' })
  world.add({ title: 'B', body: 'He stood at the T junction.' })
  expect(world.find('AT&T')).toEqual(['A'])
  expect(world.find('at&t bills')).toEqual(['A'])
  expect([...world.find('at t')].sort()).toEqual(['A', 'B'])
})

describe('searching in other scripts', () => {
  const world = createWorld(openWorld())
  world.add({ title: '東京', body: '東京都知事は tower に', language: 'ja' })
  world.add({ title: 'War', body: 'Україна: війною та мʼятою', language: 'uk' })
  world.add({ title: 'Homme', body: 'Les droits de l’homme', language: 'fr' })
  world.add({ title: 'English', body: 'He was running from the war' })
  it.each([
    ['東京', ['東京']],
    ['都', ['東京']],
    ['都*', ['東京']],
    ['東京知事', []],
    ['"知事は tower"', ['東京']],
    ['"東京都知"', ['東京']],
    ['війна', ['War']],
    ["м'ята", ['War']],
    ['homme', ['Homme']],
    ['"de l\'homme"', ['Homme']],
    ['"droits de l’homme"', ['Homme']],
    ['runs', ['English']],
    ['droit', ['Homme']],
  ])('%s finds %j', (query, titles) => {
    const answer = world.search.search({ query, match: 'all', limit: 9, offset: 0 })
    expect(answer.understood.relaxed ? [] : answer.hits.map((hit) => hit.title)).toEqual(titles)
  })
})

describe('filters', () => {
  const world = createWorld(openWorld())
  world.add({
    title: 'A',
    body: 'ice',
    published: '2022',
    tags: ['Long Reads', 'Küche'],
    collection: 'Work/War',
    site: 'news.a.org',
  })
  world.add({
    title: 'B',
    body: 'ice',
    published: '2022-03-05',
    publication: 'The Évening Post',
    state: 'read',
    starred: true,
  })
  world.add({
    title: 'C',
    body: 'ice',
    language: 'de',
    tags: ['küche/Getränke'],
    added: '2026-11-20T00:00:00.000Z',
    notes: ['x'],
    incomplete: true,
  })
  it.each([
    ['ice after:2021', ['A', 'B']],
    ['ice after:2022-02', ['B']],
    ['ice before:2023', ['A', 'B']],
    ['ice before:2022-04', ['B']],
    ['tag:"long reads"', ['A']],
    ['in:war', ['A']],
    ['in:work', ['A']],
    ['in:Work/War', ['A']],
    ['in:War/Work', []],
    ['site:a.org', ['A']],
    ['site:b.org', []],
    ['publication:évening', ['B']],
    ['publication:evening', ['B']],
    ['publication:"evening post"', ['B']],
    ['publication:"THE EVENING POST"', ['B']],
    ['publication:post', ['B']],
    ['publication:even', []],
    ['publication:"post evening"', []],
    ['tag:long', []],
    ['tag:küche', ['A', 'C']],
    ['tag:Küche/Getränke', ['C']],
    ['tag:getränke', []],
    ['lang:de', ['C']],
    ['type:html', ['A', 'B', 'C']],
    ['is:starred', ['B']],
    ['is:unread -has:tag', []],
    ['is:unread -tag:küche', []],
    ['is:unread -tag:"long reads"', ['C']],
    ['has:note', ['C']],
    ['is:incomplete', ['C']],
    ['added:7d', ['C']],
    ['added:2026-01', ['A', 'B']],
    ['-is:read', ['A', 'C']],
    ['is:read OR lang:de', ['B', 'C']],
    ['(ice is:read) OR note:x', ['B', 'C']],
  ])('%s finds %j', (query, titles) => {
    expect([...world.find(query)].sort()).toEqual(titles)
    const { rows, total } = world.search.list({ query, sort: 'title', direction: 'up', limit: 2, offset: 0 })
    expect(rows.map((row) => row.title)).toEqual(titles.slice(0, 2))
    expect(total).toBe(titles.length)
  })
})

describe('notes, ranks and passages', () => {
  it('finds an article by a note by itself, and excludes by text and notes', () => {
    const world = createWorld(openWorld())
    world.add({ title: 'A', body: 'glacier', notes: ['esker and drumlin'] })
    world.add({ title: 'B', body: 'glacier esker' })
    expect([...world.find('esker')].sort()).toEqual(['A', 'B'])
    expect(world.find('esker drumlin')).toEqual(['A'])
    expect(world.find('glacier -esker')).toEqual([])
    expect(world.find('note:esker')).toEqual(['A'])
    expect(world.find('glacier -note:drumlin')).toEqual(['B'])
    const [hit] = world.search.search({ query: 'drumlin', match: 'all', limit: 1, offset: 0 }).hits
    expect(hit?.notes.map(({ note, marks }) => marks.map(([start, end]) => note.slice(start, end)))).toEqual([
      ['drumlin'],
    ])
  })

  it('ranks a word in the title above one in the body, breaks ties by date, and pages without gaps', () => {
    const world = createWorld(openWorld())
    for (let at = 0; at < 30; at++) world.add({ title: `N${String(at)}`, body: 'filler words' })
    world.add({ title: 'Old', body: 'ice here', published: '2001' })
    world.add({ title: 'New', body: 'ice here', published: '2020' })
    world.add({ title: 'Ice', body: 'nothing here' })
    expect(world.find('ice')).toEqual(['Ice', 'New', 'Old'])
    const page = (offset: number) => world.search.search({ query: 'ice', match: 'all', limit: 1, offset })
    expect(
      [0, 1, 2, 3].map((offset) =>
        page(offset)
          .hits.map((hit) => hit.title)
          .join(),
      ),
    ).toEqual(['Ice', 'New', 'Old', ''])
    expect(page(3).total).toBe(3)
  })

  it('ranks by date when every word stands in nearly every article', () => {
    const world = createWorld(openWorld())
    for (let at = 0; at < 120; at++)
      world.add({ title: String(at), body: 'ice '.repeat(120 - at), published: String(1900 + at) })
    expect(world.find('ice').slice(0, 3)).toEqual(['119', '118', '117'])
  })

  it('shows sentences of the text with the hits marked in the original letters', () => {
    const world = createWorld(openWorld())
    const body = `${'Filler stands here. '.repeat(30)}The ＩＣＥ cores were long. ${'More filler here. '.repeat(30)}An icy “core” ended it.`
    world.add({ title: 'A', body })
    const { hits } = world.search.search({ query: 'ice core', match: 'all', limit: 1, offset: 0 })
    const passages = hits[0]?.passages ?? []
    expect(passages.map((one) => one.marks.map(([start, end]) => one.text.slice(start, end)))).toEqual([
      ['ＩＣＥ', 'cores'],
      ['core'],
    ])
    expect(passages[0]?.text).toBe('The ＩＣＥ cores were long.')
    for (const { text, start } of passages)
      expect(
        world.texts
          .values()
          .next()
          .value?.text.slice(start, start + text.length),
      ).toBe(text)
  })

  it('shows a term of one field only where it was looked for', () => {
    const world = createWorld(openWorld())
    world.add({ title: 'Ice', byline: 'Jo Snow', body: 'Ice and snow fell. Then came hail.', notes: ['hail and ice'] })
    const shown = (query: string) => {
      const [hit] = world.search.search({ query, match: 'all', limit: 1, offset: 0 }).hits
      return [hit?.passages.map(({ text }) => text), hit?.notes.length]
    }
    expect(shown('title:ice')).toEqual([['Ice'], 0])
    expect(shown('by:snow')).toEqual([['Jo Snow'], 0])
    expect(shown('title:ice hail')).toEqual([['Then came hail.'], 1])
    expect(shown('note:hail')).toEqual([[], 1])
    expect(shown('text:ice')).toEqual([['Ice and snow fell.'], 0])
    expect(shown('ice')).toEqual([['Ice and snow fell.'], 1])
  })

  it('walks an index for the first page of every list', () => {
    const world = createWorld(openWorld())
    const orders = (['added', 'published', 'title'] as const).flatMap((sort) =>
      (['down', 'up'] as const).flatMap((direction) => orderParts({ sort, direction }).map((part) => ({ sort, part }))),
    )
    for (const { sort, part } of orders) {
      const plan = world.database
        .prepare<[number, number], { detail: string }>(`EXPLAIN QUERY PLAN ${pageSql(null, part)}`)
        .all(1, 0)
      expect(plan.map((step) => step.detail).join('; ')).toMatch(
        new RegExp(`USING (COVERING )?INDEX article_listing_${sort}`),
      )
      expect(plan.map((step) => step.detail).join('; ')).not.toContain('TEMP B-TREE')
    }
  })

  it('reads lists by state, star, notes and highlights from the index of their order alone', () => {
    const world = createWorld(openWorld())
    const filterSql = createFilterSql(world.database)
    const marks = ['is:unread', 'is:starred', 'is:incomplete', 'has:note', 'has:highlight'].map((mark) => {
      const [name, value] = mark.split(':')
      return filterSql({ name, value } as QueryFilter)
    })
    for (const where of marks) {
      for (const sort of ['added', 'published', 'title'] as const) {
        for (const part of orderParts({ sort, direction: 'down' })) {
          const plan = world.database
            .prepare<SqlValue[], { detail: string }>(`EXPLAIN QUERY PLAN ${pageSql(where, part)}`)
            .all(...where.values, 1, 0)
          const details = plan.map((step) => step.detail).join('; ')
          expect(details).toMatch(new RegExp(`USING COVERING INDEX article_listing_${sort}`))
        }
      }
    }
  })
})
