import fc from 'fast-check'
import { expect, it } from 'vitest'
import { normalize } from '../../../src/main/search/normalize.ts'

/** Goes the long way: the word joiner is nothing in the end, but no letter that is left as it is. */
function theLongWay(text: string): string {
  return normalize(`${text}\u2060`)
}

it('gives every code point the same alone and in the company of others', () => {
  for (let codePoint = 0; codePoint < 0x3000; codePoint++) {
    const text = `e${String.fromCodePoint(codePoint)}A`
    expect(normalize(text), codePoint.toString(16)).toBe(theLongWay(text))
  }
})

it('gives a text of Latin letters what the long way gives', () => {
  const unit = fc.oneof(
    fc.integer({ min: 0, max: 0x17f }),
    fc.integer({ min: 0x2010, max: 0x2026 }),
    fc.constant(0x301),
  )
  fc.assert(
    fc.property(fc.array(unit), (codePoints) => {
      const text = String.fromCodePoint(...codePoints)
      expect(normalize(text)).toBe(theLongWay(text))
    }),
  )
})

it.each([
  ['Ünïcode “Quotes” – 20 €', 'ünïcode “quotes” – 20 €'],
  ['½ ª \u00a0 µ \u00ad', '1⁄2 a   μ '],
  ['İstanbul', 'istanbul'],
  ['e\u0301', 'é'],
])('%j becomes %j', (text, expected) => {
  expect(normalize(text)).toBe(expected)
})
