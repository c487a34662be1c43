import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anchorQuote } from '../../src/shared/text/anchor-quote.ts'
import { describeQuote } from '../../src/shared/text/describe-quote.ts'
import { findPlaces } from '../../src/shared/text/find-places.ts'
import { foldText, unfoldRange } from '../../src/shared/text/fold-text.ts'
import { splitsSurrogatePair } from '../../src/shared/text/surrogate-pair.ts'

// Few different words make passages repeat; the rest is what breaks offsets: astral letters, right-to-left, ligatures.
const word = fc.constantFrom(
  ...['war', 'the', 'a', '—', '“so”', '😀', '𝒳𝒴', 'שלום', 'سلام', 'ﬁnd', 'so\u00adft', '日本', '\n', '  ', "'t", '…'],
)
const text = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
  fc.constantFrom('a', 'ab', '😀', 'א ').chain((piece) => fc.nat(40).map((times) => piece.repeat(times + 1))),
)

/** A text and a range of it that cuts no surrogate pair. */
const passage = fc.tuple(text, fc.nat(), fc.nat()).map(([whole, a, b]) => {
  const snap = (offset: number): number => (splitsSurrogatePair(whole, offset) ? offset - 1 : offset)
  const offsets = [snap(a % whole.length), snap((b % whole.length) + 1)]
  return { whole, start: Math.min(...offsets), end: Math.max(...offsets) }
})

test('a described range is found again, exactly there, when its place is known', () => {
  fc.assert(
    fc.property(passage, ({ whole, start, end }) => {
      fc.pre(start < end)
      const quote = describeQuote(whole, start, end)
      const match = anchorQuote({ text: whole, quote, hint: { start, end, textLength: whole.length } })
      expect(match).toEqual({ start, end, strategy: 'position', score: 1 })
    }),
    { numRuns: 500 },
  )
})

test('without its place a described range is found with the same words, or not at all', () => {
  fc.assert(
    fc.property(passage, ({ whole, start, end }) => {
      fc.pre(start < end)
      const match = anchorQuote({ text: whole, quote: describeQuote(whole, start, end) })
      const words = (from: number, to: number): string => foldText(whole.slice(from, to)).text.trim()
      if (match === null) expect(findPlaces(whole, whole.slice(start, end)).length).not.toBe(1)
      else expect(words(match.start, match.end)).toBe(words(start, end))
    }),
    { numRuns: 500 },
  )
})

test('a unique passage is found again after anything is put before and after the text', () => {
  fc.assert(
    fc.property(passage, text, text, ({ whole, start, end }, before, after) => {
      const renewed = `${before}${whole}${after}`
      const exact = whole.slice(start, end)
      fc.pre(exact.length >= 12 && findPlaces(renewed, exact).length === 1)
      const hint = { start, end, textLength: whole.length }
      const match = anchorQuote({ text: renewed, quote: describeQuote(whole, start, end), hint })
      expect(match).toMatchObject({ start: before.length + start, end: before.length + end })
    }),
  )
})

test('no match begins or ends inside a surrogate pair, whatever is asked', () => {
  fc.assert(
    fc.property(text, fc.string({ unit: 'binary', maxLength: 4 }), fc.nat(50), (whole, exact, start) => {
      const quote = { exact: exact.slice(1), prefix: '', suffix: '' }
      const match = anchorQuote({ text: whole, quote, hint: { start, end: start + 1, textLength: 60 } })
      if (match === null) return
      expect(splitsSurrogatePair(whole, match.start) || splitsSurrogatePair(whole, match.end)).toBe(false)
    }),
  )
})

test('every range of a folded text that has a way back folds to itself', () => {
  fc.assert(
    fc.property(passage, fc.nat(), fc.nat(), ({ whole }, a, b) => {
      const folded = foldText(whole)
      const [start, end] = [a % (folded.text.length + 1), b % (folded.text.length + 1)].toSorted((x, y) => x - y)
      if (start === undefined || end === undefined || start === end) return
      const range = unfoldRange(folded, { start, end })
      if (range === undefined) return
      expect(foldText(whole.slice(range.start, range.end)).text).toBe(folded.text.slice(start, end))
    }),
    { numRuns: 500 },
  )
})

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(text, (whole) => {
      const once = foldText(whole).text
      expect(foldText(once).text).toBe(once)
    }),
  )
})
