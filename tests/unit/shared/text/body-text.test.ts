import { expect, it } from 'vitest'
import { bodyText } from '../../../../src/shared/text/body-text.ts'

const text = 'HEAD\nfirst BOX second FOOT'
const parts = [
  { kind: 'header', start: 0, end: 5 },
  { kind: 'aside', start: 11, end: 15 },
  { kind: 'footer', start: 22, end: 26 },
] as const

it('leaves out the parts of the kinds named, and only those', () => {
  expect(bodyText(text, parts, ['header'])).toBe('first BOX second FOOT')
  expect(bodyText(text, parts, ['aside', 'footer'])).toBe('HEAD\nfirst second ')
  expect(bodyText(text, parts, ['header', 'aside', 'footer'])).toBe('first second ')
})

it('is the whole text where nothing is left out', () => {
  expect(bodyText(text, parts, [])).toBe(text)
  expect(bodyText(text, [], ['header', 'aside', 'footer'])).toBe(text)
})
