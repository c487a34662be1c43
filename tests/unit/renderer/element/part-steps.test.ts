import { expect, test } from 'vitest'
import { innerPart, outerPart } from '../../../../src/renderer/views/element/part-steps.ts'

const PARTS = [
  { depth: 0, words: 100 },
  { depth: 1, words: 10 },
  { depth: 1, words: 80 },
  { depth: 2, words: 40 },
  { depth: 2, words: 40 },
  { depth: 1, words: 10 },
]

test.each([
  ['the page to its largest part', 0, 2],
  ['a part to the first of two that are as large', 2, 3],
  ['a part that holds none stays', 4, 4],
  ['the last part stays', 5, 5],
])('inwards: %s', (_what, at, to) => {
  expect(innerPart(PARTS, at)).toBe(to)
})

test.each([
  ['a part of a part to what it lies in', 4, 2],
  ['a part to the page', 5, 0],
  ['the page stays', 0, 0],
])('outwards: %s', (_what, at, to) => {
  expect(outerPart(PARTS, at)).toBe(to)
})
