import { describe, expect, it } from 'vitest'
import { headingAt, hitShares } from '../../../../src/renderer/views/search/passage-place.ts'

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

describe('flags on the fore-edge', () => {
  it('stand where the marks begin, each once and in order', () => {
    const passages = [
      { text: 'ice ice', marks: [[0, 3] as const, [4, 7] as const], start: 500 },
      { text: 'ice', marks: [[0, 3] as const], start: 100 },
      { text: 'ice', marks: [[0, 3] as const], start: 100 },
    ]
    expect(hitShares({ passages, characters: 1000 })).toEqual([0.1, 0.5, 0.504])
  })

  it('are none in an empty text', () => {
    expect(hitShares({ passages: [], characters: 0 })).toEqual([])
  })
})
