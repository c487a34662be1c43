import { expect, test } from 'vitest'
import { fromCodePoints } from '../../../../src/shared/text/code-points.ts'

test.each([
  ['plain letters', 'abc', 2, 2],
  ['an emoji is one', '😀b', 1, 2],
  ['after several', 'a😀b😀c', 4, 6],
  ['combining marks count', 'e\u0301x', 2, 2],
  ['the start', '😀', 0, 0],
  ['past the end', 'a😀', 9, 3],
  ['half a pair by itself', '\ud83dx', 1, 1],
])('%s', (_what, text, codePoints, units) => {
  expect(fromCodePoints(text, codePoints)).toBe(units)
})
