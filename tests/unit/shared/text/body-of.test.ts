import { expect, it } from 'vitest'
import { bodyOf } from '../../../../src/shared/text/body-of.ts'

it('is what lies outside header, asides and footer, without white space at its ends', () => {
  const parts = [
    { kind: 'header', start: 0, end: 2 },
    { kind: 'aside', start: 5, end: 7 },
    { kind: 'footer', start: 9, end: 11 },
  ] as const
  expect(bodyOf({ text: 'H\n\na\ns\n\nbf\n', parts })).toBe('a\n\nb')
  expect(bodyOf({ text: 'abc', parts: [] })).toBe('abc')
})
