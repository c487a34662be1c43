import { expect, test } from 'vitest'
import { describeQuote } from '../../../../src/shared/text/describe-quote.ts'

test('a quote carries 32 units on either side', () => {
  const text = `${'a'.repeat(40)}QUOTE${'b'.repeat(40)}`
  expect(describeQuote(text, 40, 45)).toEqual({ exact: 'QUOTE', prefix: 'a'.repeat(32), suffix: 'b'.repeat(32) })
})

test('at the edges of a text the context is as long as there is', () => {
  expect(describeQuote('one two', 0, 3)).toEqual({ exact: 'one', prefix: '', suffix: ' two' })
  expect(describeQuote('one two', 4, 7)).toEqual({ exact: 'two', prefix: 'one ', suffix: '' })
})

test('context never begins or ends with half a surrogate pair', () => {
  const text = `${'😀'.repeat(20)}x quote x${'😀'.repeat(20)}`
  const { prefix, suffix } = describeQuote(text, 42, 47)
  expect(prefix).toBe(`${'😀'.repeat(15)}x `)
  expect(suffix).toBe(` x${'😀'.repeat(15)}`)
})

test('a pair that ends exactly at the limit is kept whole', () => {
  expect(describeQuote(`😀${'a'.repeat(30)}Q`, 32, 33).prefix).toBe(`😀${'a'.repeat(30)}`)
})
