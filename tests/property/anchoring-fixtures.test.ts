import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anchorQuote } from '../../src/shared/text/anchor-quote.ts'
import { describeQuote } from '../../src/shared/text/describe-quote.ts'
import { foldText } from '../../src/shared/text/fold-text.ts'
import { prepareText } from '../../src/shared/text/prepare-text.ts'
import { splitsSurrogatePair } from '../../src/shared/text/surrogate-pair.ts'
import { hasSharedData, sharedData } from '../support/shared-data.ts'

const GOLDEN = join(import.meta.dirname, '../golden')

/** Every fixture that is a text: those of the golden tests, and real documents where they are there. */
function fixtures(): readonly string[] {
  const golden = readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(txt|md|html)$/.test(name))
    .map((name) => readFileSync(join(GOLDEN, name), 'utf8'))
  const real = hasSharedData
    ? readFileSync(sharedData('annotation/revisions/pairs.jsonl'), 'utf8').trimEnd().split('\n')
    : []
  const documents = real.map((line) => (JSON.parse(line) as { readonly old: string }).old)
  return [...golden, ...documents].filter((text) => text.trim() !== '')
}

const texts = fixtures().map((text) => prepareText(text))

/** A fixture and a range of it that is not white space alone and cuts no surrogate pair. */
const passage = fc
  .tuple(fc.nat(texts.length - 1), fc.nat(), fc.integer({ min: 1, max: 600 }))
  .map(([which, from, length]) => {
    const prepared = texts[which] ?? prepareText('')
    const snap = (offset: number): number => (splitsSurrogatePair(prepared.text, offset) ? offset - 1 : offset)
    const start = snap(from % prepared.text.length)
    return { prepared, start, end: snap(Math.min(prepared.text.length, start + length)) }
  })
  .filter(({ prepared, start, end }) => prepared.text.slice(start, end).trim() !== '')

test('any range of any fixture, described, is anchored at itself', () => {
  fc.assert(
    fc.property(passage, fc.boolean(), ({ prepared, start, end }, known) => {
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
