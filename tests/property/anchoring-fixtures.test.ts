import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anchorQuote } from '../../src/shared/text/anchor-quote.ts'
import { describeQuote } from '../../src/shared/text/describe-quote.ts'
import { foldText } from '../../src/shared/text/fold-text.ts'
import { prepareText, type PreparedText } from '../../src/shared/text/prepare-text.ts'
import { splitsSurrogatePair } from '../../src/shared/text/surrogate-pair.ts'
import type { TextRange } from '../../src/shared/text/text-range.ts'
import { hasSharedData, sharedData } from '../support/shared-data.ts'

const GOLDEN = join(import.meta.dirname, '../golden')

/** What breaks offsets: two directions in one line with their marks, joined emoji, letters with loose accents, no spaces. */
const ODD = [
  'He said \u202b“שלום, world”\u202c twice.\n\nقال \u200fمرحبا\u200e (hello) ثم ذهب.\n\nשלום עולם',
  'A family 👨‍👩‍👧‍👦, a flag 🇺🇦, a thumb 👍🏽, 𝒳𝒴𝒵 and\ufe0f ✌️.\n\n👨‍👩‍👧‍👦👨‍👩‍👧‍👦',
  'cafe\u0301, e\u0301e\u0301, Zalgo Z\u0336\u031ba\u0335\u0308, नमस्ते दुनिया, ไทยไม่มีเว้นวรรค.',
  '吾輩は猫である。名前はまだ無い。\n\nどこで生れたかとんと見当がつかぬ。吾輩は猫である。',
  ' \t \n\u00a0\u3000 \u200b\u00ad ',
  'x',
  '😀',
]

/** Every fixture that is a text: those of the golden tests, and real documents where they are there. */
function fixtures(): readonly string[] {
  const golden = readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(txt|md|html)$/.test(name))
    .map((name) => readFileSync(join(GOLDEN, name), 'utf8'))
  const real = hasSharedData
    ? readFileSync(sharedData('annotation/revisions/pairs.jsonl'), 'utf8').trimEnd().split('\n')
    : []
  const documents = real.map((line) => (JSON.parse(line) as { readonly old: string }).old)
  const naughty = hasSharedData
    ? (JSON.parse(readFileSync(sharedData('security/blns/blns.json'), 'utf8')) as readonly string[])
    : []
  return [...ODD, ...golden, ...documents, ...naughty].filter((text) => text !== '')
}

const texts = fixtures().map((text) => prepareText(text))

/** A fixture and a range of it that cuts no surrogate pair; it may be one letter, or white space alone. */
const range = fc
  .tuple(fc.nat(texts.length - 1), fc.nat(), fc.integer({ min: 1, max: 600 }))
  .map(([which, from, length]) => {
    const prepared = texts[which] ?? prepareText('')
    const snap = (offset: number): number => (splitsSurrogatePair(prepared.text, offset) ? offset - 1 : offset)
    const start = snap(from % prepared.text.length)
    return { prepared, start, end: snap(Math.min(prepared.text.length, start + length)) }
  })
  .filter(({ start, end }) => start < end)
/** The same with words in it: white space says nothing about where it stood. */
const passage = range.filter(({ prepared, start, end }) => prepared.text.slice(start, end).trim() !== '')

/** Whole, first and last letter, a letter and a stretch in the middle: of every fixture, not only of those drawn. */
function rangesOf({ text }: PreparedText): readonly TextRange[] {
  const whole = (offset: number): number => (splitsSurrogatePair(text, offset) ? offset + 1 : offset)
  const middle = whole(Math.floor(text.length / 2))
  return [
    { start: 0, end: text.length },
    { start: 0, end: whole(1) },
    { start: splitsSurrogatePair(text, text.length - 1) ? text.length - 2 : text.length - 1, end: text.length },
    { start: middle, end: whole(middle + 1) },
    { start: middle, end: whole(Math.min(text.length, middle + 80)) },
  ].filter(({ start, end }) => start < end && end <= text.length)
}

test('of every fixture the whole, letters at its ends and in its middle are anchored at themselves', () => {
  for (const prepared of texts) {
    const { text } = prepared
    for (const { start, end } of rangesOf(prepared)) {
      const quote = describeQuote(text, start, end)
      const match = anchorQuote({ text: prepared, quote, hint: { start, end, textLength: text.length } })
      expect(match, JSON.stringify(quote)).toEqual({ start, end, strategy: 'position', score: 1 })
    }
  }
})

test('any range of any fixture, described, is anchored at itself', () => {
  fc.assert(
    fc.property(range, fc.boolean(), ({ prepared, start, end }, known) => {
      const { text } = prepared
      const hint = { start, end, textLength: text.length, text: known ? prepared : undefined }
      const match = anchorQuote({ text: prepared, quote: describeQuote(text, start, end), hint })
      expect(match).toEqual({ start, end, strategy: 'position', score: 1 })
    }),
    { numRuns: 1000 },
  )
}, 60_000)

test('without its place it is anchored at the same words, or not at all where they stand several times', () => {
  fc.assert(
    fc.property(passage, ({ prepared, start, end }) => {
      const { text } = prepared
      const words = (from: number, to: number): string => foldText(text.slice(from, to)).text.trim()
      const match = anchorQuote({ text: prepared, quote: describeQuote(text, start, end) })
      if (match === null)
        expect(text.indexOf(text.slice(start, end))).not.toBe(text.lastIndexOf(text.slice(start, end)))
      else expect(words(match.start, match.end)).toBe(words(start, end))
    }),
    { numRuns: 1000 },
  )
}, 60_000)
