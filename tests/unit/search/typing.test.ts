import { expect, it } from 'vitest'
import { createWorld, openWorld } from './support/search-world.ts'

function world() {
  const made = createWorld(openWorld())
  made.add({ title: 'Running', body: 'She was running home.' })
  made.add({ title: 'Runes', body: 'Old runes in stone.' })
  made.add({ title: 'Ice', body: 'Cold ice.' })
  const typed = (query: string) => made.search.typing({ query, limit: 20 }).hits.map((hit) => hit.title)
  return { ...made, typed }
}

it('finds words that begin as the last one does', () => {
  const { typed } = world()
  expect(typed('runn')).toEqual(['Running'])
  expect(typed('run').toSorted()).toEqual(['Runes', 'Running'])
})

it('keeps the words before the last one whole', () => {
  const { typed } = world()
  expect(typed('old rune')).toEqual(['Runes'])
  expect(typed('ol rune')).toEqual([])
})

it('finds one and two letters as words, and as beginnings of words in titles', () => {
  const { typed, add } = world()
  expect(typed('ic')).toEqual(['Ice'])
  add({ title: 'Dates', body: 'At 7 am' })
  add({ title: 'Amber', body: 'Stone' })
  expect(typed('am')).toEqual(['Dates', 'Amber'])
  expect(typed('stone am')).toEqual(['Amber'])
})

it('takes a finished word as it is', () => {
  expect(world().typed('runn ')).toEqual([])
})

it('answers every beginning of a query without fail', () => {
  const { search } = world()
  const query = '-x "old runes"~3 (title:ice OR run*) tag:"a b" 東京都 ru'
  for (let end = 0; end <= query.length; end += 1) {
    expect(search.typing({ query: query.slice(0, end), limit: 10 }).total).toBeGreaterThanOrEqual(0)
  }
})
