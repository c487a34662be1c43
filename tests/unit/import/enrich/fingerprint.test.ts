import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fingerprintOf, shinglesOf, similarityOf } from '../../../../src/main/import/enrich/fingerprint.ts'

/* A text of numbered words: `from` to `to`, each once, so that shares of shingles are known. */
const words = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => `word${String(from + index)}`).join(' ')

function jaccard(a: string, b: string): number {
  const left = shinglesOf(a)
  const right = shinglesOf(b)
  const both = [...left].filter((shingle) => right.has(shingle)).length
  return both / (left.size + right.size - both)
}

function fingerprint(text: string): Uint8Array {
  const made = fingerprintOf(text)
  if (made === null) throw new Error('too short')
  return made
}

describe('A fingerprint', () => {
  it('is 64 numbers of 32 bits, always the same for the same text, whatever its case', () => {
    expect(fingerprint(words(0, 100))).toHaveLength(256)
    expect(fingerprint(words(0, 100))).toEqual(fingerprint(words(0, 100).toUpperCase()))
  })

  it('is known for ever: stored ones must compare with new ones', () => {
    expect([...fingerprint(words(0, 23)).slice(0, 8)]).toMatchInlineSnapshot(`
      [
        15,
        13,
        200,
        6,
        76,
        128,
        17,
        13,
      ]
    `)
  })

  it('is null for texts of fewer than 20 shingles', () => {
    expect(fingerprintOf('')).toBe(null)
    expect(fingerprintOf(words(0, 22))).toBe(null)
    expect(fingerprintOf(words(0, 23))).not.toBe(null)
    expect(fingerprintOf('same words again '.repeat(100))).toBe(null)
  })

  it('is made of characters where there are no spaces', () => {
    const text = '市议会星期四决定旧桥将再开放两年直到新桥建成为止居民对此表示欢迎'
    expect(fingerprintOf(text)).not.toBe(null)
    expect(similarityOf(fingerprint(text), fingerprint(`${text}谢谢`))).toBeGreaterThan(0.8)
  })

  it('estimates the share of shingles in common: within 0.25 of each pair, within 0.02 on average', () => {
    const errors: number[] = []
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 60, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        (start, length, shift) => {
          const a = words(start, start + length)
          const b = words(start + Math.min(shift, length), start + Math.min(shift, length) + length)
          const error = similarityOf(fingerprint(a), fingerprint(b)) - jaccard(a, b)
          errors.push(error)
          expect(Math.abs(error)).toBeLessThan(0.25)
        },
      ),
      { numRuns: 400, seed: 7 },
    )
    expect(Math.abs(errors.reduce((sum, error) => sum + error, 0) / errors.length)).toBeLessThan(0.02)
  })

  it('tells an edited copy (at least 0.85) from another article', () => {
    const original = words(0, 700)
    expect(
      similarityOf(fingerprint(original), fingerprint(`Updated: ${original} More to follow soon`)),
    ).toBeGreaterThan(0.85)
    expect(similarityOf(fingerprint(original), fingerprint(words(1_000, 1_700)))).toBeLessThan(0.1)
  })
})
