import { describe, expect, it } from 'vitest'
import { understoodChips } from '../../../../src/renderer/views/search/understood-chips.ts'
import { parseQuery } from '../../../../src/shared/query/parse-query.ts'

const NOW = '2026-11-25T12:00:00.000Z'
const chips = (query: string) => understoodChips(query, parseQuery(query, NOW).parts, 'en')
const shown = (query: string) =>
  chips(query).map(({ label, value, sentence }) => [label, value, ...(sentence === null ? [] : [sentence])])

describe('chips say what was understood', () => {
  it('in the words of the mock-up', () => {
    expect(shown('"ice core" author:lindqvist -antarctica after:2021')).toEqual([
      ['phrase', 'ice core'],
      ['byline', 'lindqvist'],
      ['without', 'antarctica'],
      ['after', '2022', 'or-later'],
    ])
  })

  it.each([
    ['ice', ['word', 'ice']],
    ['+ice', ['must', 'ice']],
    ['title:ice', ['title', 'ice']],
    ['title:"ice core"', ['title', 'ice core']],
    ['"ice core"~8', ['near', 'ice core']],
    ['core*', ['prefix', 'core…']],
    ['antartica~1', ['fuzzy', 'antartica']],
    ['tag:"to read"', ['tag', 'to read']],
    ['lang:ru', ['lang', 'Russian']],
    ['is:unread', ['is', 'unread', 'is-unread']],
    ['has:notes', ['has', 'notes', 'has-note']],
    ['after:2021-03', ['after', 'April 2021', 'or-later']],
    ['before:2022-03', ['before', 'March 2022', 'until']],
    ['before:2022-03-05', ['before', '5 March 2022', 'until']],
    ['added:7d', ['added', '7', 'last-days']],
    ['added:2022-03', ['added', 'March 2022']],
    ['-tag:food', ['without', 'food']],
  ])('%s as %j', (query, expected) => {
    expect(shown(query)).toEqual([expected])
  })

  it('says without for all that stands in a group with a minus, and not for what two of them let in', () => {
    expect(shown('-(ice snow)')).toEqual([
      ['without', 'ice'],
      ['without', 'snow'],
    ])
    expect(shown('-(ice -snow)').map(([label]) => label)).toEqual(['without', 'word'])
  })

  it('joins alternatives by a word, which is no chip of its own', () => {
    expect(chips('ice OR snow core').map(({ value, alternative }) => [value, alternative])).toEqual([
      ['ice', false],
      ['snow', true],
      ['core', false],
    ])
  })

  it('keeps the problem with the part it is about, and a hostile value as it is', () => {
    const [chip] = chips('titel:<img>')
    expect(chip?.problem).toContain('there is no field “titel”')
    expect(chip?.value).toBe('titel:<img>')
    expect(chips('ice )').at(-1)).toMatchObject({ label: 'ignored', value: ')' })
  })

  it('each knows the query without it', () => {
    expect(chips('"ice core" -antarctica after:2021').map(({ without }) => without)).toEqual([
      '-antarctica after:2021',
      '"ice core" after:2021',
      '"ice core" -antarctica',
    ])
  })
})
