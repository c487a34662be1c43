import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchWords } from '../../../../src/shared/text/match-words.ts'

const numbers = (words: string): Int32Array => Int32Array.from(words, (letter) => letter.codePointAt(0) ?? 0)

describe('which word became which', () => {
  test.each([
    ['the same stays', 'abc', 'abc', [0, 1, 2]],
    ['what was put in moves the rest on', 'abc', 'axbc', [0, 2, 3]],
    ['what was taken out became nothing', 'abcd', 'ad', [0, -1, -1, 1]],
    ['what was changed became nothing', 'abc', 'axc', [0, -1, 2]],
    ['what was moved counts as gone', 'abcdefg', 'efgabcd', [3, 4, 5, 6, -1, -1, -1]],
    ['of several equal ways the first is taken', 'aabaac', 'aac', [0, 1, -1, -1, -1, 2]],
    ['nothing in common', 'abc', 'xyz', [-1, -1, -1]],
    ['nothing at all', '', 'xyz', []],
  ])('%s', (_what, a, b, matches) => {
    expect([...matchWords(numbers(a), numbers(b))]).toEqual(matches)
  })

  test('matches are the same word and rise on both sides, whatever the texts', () => {
    const sequence = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 60 }).map((list) => Int32Array.from(list))
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        let before = -1
        matchWords(a, b).forEach((place, word) => {
          if (place < 0) return
          expect(b[place]).toBe(a[word])
          expect(place).toBeGreaterThan(before)
          before = place
        })
      }),
      { numRuns: 300 },
    )
  })

  test('two texts of 100 000 words that share every other word take no square of their length', () => {
    const a = Int32Array.from({ length: 100_000 }, (_, word) => word)
    const b = a.map((word) => (word % 2 === 0 ? word : -word))
    const matches = matchWords(a, b)
    expect(matches.filter((place) => place >= 0).length).toBe(50_000)
  }, 20_000)
})
