import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wordBorders } from '../../../../src/main/import/enrich/word-borders.ts'
import { wordsOf } from '../../../../src/main/import/enrich/words.ts'

function wordsByBorders(text: string): readonly string[] | null {
  const borders = wordBorders(text)
  if (borders === null) return null
  return Array.from({ length: borders.length / 2 }, (_, at) => text.slice(borders[2 * at], borders[2 * at + 1]))
}

/** Letters, marks, numbers of all kinds, and everything that may hold a word together or not. */
const UNITS = "abzÉßжأ1207²½Ⅷ٣'’-‐‑.,;:·\u0301\u0300\u00ad \n…@".split(/(?:)/u)

it('finds the words that the expression finds', () => {
  const text = fc.array(fc.constantFrom(...UNITS), { maxLength: 60 }).map((units) => units.join(''))
  fc.assert(
    fc.property(text, (one) => {
      expect(wordsByBorders(one)).toEqual(wordsOf(one))
    }),
    { numRuns: 2000 },
  )
})

it('finds the words of any text that it does not leave to the expression', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (one) => {
      expect([wordsOf(one), null]).toContainEqual(wordsByBorders(one))
    }),
    { numRuns: 1000 },
  )
  for (let codePoint = 0; codePoint < 0x10000; codePoint++) {
    const unit = String.fromCodePoint(codePoint)
    const one = `a${unit}b 1${unit}2 ${unit}${unit} x-${unit}`
    const found = wordsByBorders(one)
    if (found !== null) expect(found, codePoint.toString(16)).toEqual(wordsOf(one))
  }
})

it.each(['東京 tower', 'カ', 'ไทย', 'ພາສາ', 'ខ្មែរ', 'မြန်မာ', 'a𝒷c', `a${'-a'.repeat(100)}`, 'x'.repeat(1000)])(
  'leaves %j to the expression',
  (text) => {
    expect(wordBorders(text)).toBe(null)
  },
)

it('finds no word where there is none', () => {
  expect(wordBorders('')).toEqual([])
  expect(wordBorders(' … — ! ')).toEqual([])
})
