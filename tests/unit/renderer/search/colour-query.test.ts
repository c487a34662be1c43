import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { colourQuery } from '../../../../src/renderer/views/search/colour-query.ts'

const NOW = '2026-11-25T12:00:00.000Z'
const shown = (query: string) => colourQuery(query, NOW).map(({ text, tone }) => [tone, text])

describe('a query is coloured as it will be understood', () => {
  it('like the mock-up', () => {
    expect(shown('"ice core" author:lindqvist -antarctica after:2021')).toEqual([
      ['phrase', '"ice core"'],
      ['plain', ' '],
      ['operator', 'author:'],
      ['plain', 'lindqvist '],
      ['without', '-antarctica'],
      ['plain', ' '],
      ['operator', 'after:'],
      ['plain', '2021'],
    ])
  })

  it('with what cannot be understood, and NOT and OR in capitals', () => {
    expect(shown('titel:ice OR "core')).toEqual([
      ['problem', 'titel:ice'],
      ['plain', ' '],
      ['operator', 'OR'],
      ['plain', ' '],
      ['problem', '"core'],
    ])
    expect(shown('ice NOT war')).toEqual([
      ['plain', 'ice '],
      ['without', 'NOT war'],
    ])
    expect(shown('title:"ice core"')).toEqual([
      ['operator', 'title:'],
      ['phrase', '"ice core"'],
    ])
  })

  it('always whole, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', ' ', '"', '(', ')', '-', ':', '*', '~', ' OR ', 'NOT ', 'tag:', '😀', '漢'),
        }),
        (query) => {
          expect(
            colourQuery(query, NOW)
              .map(({ text }) => text)
              .join(''),
          ).toBe(query)
        },
      ),
    )
  })
})
