import { describe, expect, it } from 'vitest'
import { firstMark, headingAt, hitShares, isCut } from '../../../../src/renderer/views/search/passage-place.ts'

const HEADINGS = [
  { text: 'What the dust remembers', level: 1, start: 0 },
  { text: 'The trench', level: 2, start: 400 },
  { text: 'A calendar', level: 2, start: 900 },
]

describe('the place of a passage', () => {
  it('is the heading above it', () => {
    expect(headingAt(HEADINGS, 400, null)).toBe('The trench')
    expect(headingAt(HEADINGS, 899, null)).toBe('The trench')
    expect(headingAt(HEADINGS, 5000, null)).toBe('A calendar')
  })

  it("is none before the first heading, nor under the article's own title", () => {
    expect(headingAt([], 10, null)).toBeNull()
    expect(headingAt(HEADINGS, 100, 'What the dust remembers ')).toBeNull()
  })
})

describe('a passage opens at its first hit', () => {
  it('or at its beginning, where none is marked', () => {
    expect(firstMark({ text: 'the ice', marks: [[4, 7]], start: 100 })).toEqual({ start: 104, end: 107 })
    expect(firstMark({ text: 'the ice', marks: [], start: 100 })).toEqual({ start: 100, end: 100 })
  })
})

describe('flags on the fore-edge', () => {
  it('stand where the hits begin, and never outside', () => {
    expect(hitShares({ places: [100, 500, 1200], characters: 1000 })).toEqual([0.1, 0.5, 1])
    expect(hitShares({ places: [], characters: 0 })).toEqual([])
  })
})

describe('a passage that is no whole sentence', () => {
  it.each([
    ['A sentence.', false, false],
    ['a rest of one.', true, false],
    ['A heading', false, false],
    [`${'Long '.repeat(60)}tale`, false, true],
    [`${'Long '.repeat(60)}tale.”`, false, false],
    ['海はいつも、数字より先に手の甲に来る', false, false],
  ])('%s', (text, start, end) => {
    expect(isCut({ text, marks: [], start: 0 })).toEqual({ start, end })
  })
})
