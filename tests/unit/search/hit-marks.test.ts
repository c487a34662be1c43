import { describe, expect, it } from 'vitest'
import { createWorld, openWorld } from './support/search-world.ts'

/** The passages of the one article found, hits in brackets. */
function marked(query: string, body: string, language: string): readonly string[] {
  const world = createWorld(openWorld())
  world.add({ title: 'A', body, language })
  const { hits } = world.search.search({ query, match: 'all', limit: 1, offset: 0 })
  return (hits[0]?.passages ?? []).map(({ text, marks }) => {
    return marks.toReversed().reduce((shown, [start, end]) => {
      return `${shown.slice(0, start)}[${shown.slice(start, end)}]${shown.slice(end)}`
    }, text)
  })
}

describe('marks cover what was asked for and no more', () => {
  it.each([
    ['都', '京都の都市は都', '京[都]の[都]市は[都]'],
    ['都*', '京都の都市は都', '京[都]の[都]市は[都]'],
    ['"都"', '京都の都市は都', '京[都]の[都]市は[都]'],
    ['東京', '東京都の東京は', '[東京]都の[東京]は'],
    ['東京都', '東京都の人', '[東京都]の人'],
    ['"東京 は"', '東京 はい', '[東京 は]い'],
    ['が', 'がまた', '[が]また'],
    ['"tower 都"', 'tower 都市', '[tower 都]市'],
  ])('%s in %s', (query, body, shown) => {
    expect(marked(query, body, 'ja')).toEqual([shown])
  })

  it('covers the whole word where a prefix or another form of it was found', () => {
    expect(marked('runn*', 'He was running home.', 'en')).toEqual(['He was [running] home.'])
    expect(marked('runs', 'He was running home.', 'en')).toEqual(['He was [running] home.'])
  })
})
