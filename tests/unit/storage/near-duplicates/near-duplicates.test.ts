import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandKeys, fingerprintValues, LEAST_EQUAL } from '../../../../src/main/storage/near-duplicates/bands.ts'
import { createNearDuplicates } from '../../../../src/main/storage/near-duplicates.ts'
import { aDatabase } from '../../../support/a-database.ts'
import { TEST_NOW, type StoredTestArticle } from '../../../support/an-article.ts'

/** A fingerprint of numbers from a seed, with some of its 64 values made others. */
function aFingerprint(seed: number, changed: readonly number[] = []): Uint8Array {
  const view = new DataView(new ArrayBuffer(256))
  for (let index = 0; index < 64; index++)
    view.setUint32(index * 4, Math.imul(seed * 64 + index + 1, 0x9e3779b1) >>> 0, true)
  for (const index of changed) view.setUint32(index * 4, view.getUint32(index * 4, true) ^ (index + 1), true)
  return new Uint8Array(view.buffer)
}

function first(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index)
}

function aWorld() {
  const test = aDatabase()
  const near = createNearDuplicates(test.database)
  const put = ({ id, rendition }: StoredTestArticle, fingerprint: Uint8Array | null): void => {
    if (rendition === null) throw new Error('no text')
    test.write((unit) => {
      near.put(unit, { article: id, rendition, fingerprint })
    })
  }
  const add = (fingerprint: Uint8Array | null): StoredTestArticle => {
    const article = test.store()
    put(article, fingerprint)
    return article
  }
  const propose = (limit = 1000): number => test.write((unit) => near.propose(unit, limit))
  const pairs = (): unknown => near.proposed(100)
  return { ...test, put, add, propose, pairs }
}

it('every pair of fingerprints with at least 55 of 64 equal values shares a band', () => {
  expect(LEAST_EQUAL).toBe(55)
  fc.assert(
    fc.property(fc.nat(), fc.subarray([...first(64)], { maxLength: 64 - LEAST_EQUAL }), (seed, changed) => {
      const [left, right] = [aFingerprint(seed), aFingerprint(seed, changed)].map((bytes) =>
        bandKeys(fingerprintValues(bytes)),
      )
      expect(left?.some((key, band) => key === right?.[band])).toBe(true)
    }),
    { numRuns: 500 },
  )
})

describe('articles that say nearly the same', () => {
  it('are proposed from 55 of 64 equal values on, older first, most similar first', () => {
    const { add, propose, pairs } = aWorld()
    const [one, near, same] = [add(aFingerprint(1)), add(aFingerprint(1, first(9))), add(aFingerprint(1))]
    const under = add(aFingerprint(2))
    add(aFingerprint(2, first(10)))
    expect(pairs()).toEqual([])
    expect(propose()).toBe(5)
    expect(pairs()).toEqual([
      { article: one.uid, other: same.uid, similarity: 1 },
      { article: one.uid, other: near.uid, similarity: 55 / 64 },
      { article: near.uid, other: same.uid, similarity: 55 / 64 },
    ])
    expect(under.id).toBeGreaterThan(0)
    expect(propose()).toBe(0)
  })

  it('are found across calls, however few articles each compares', () => {
    const { add, propose, pairs } = aWorld()
    for (let seed = 0; seed < 10; seed++) add(aFingerprint(seed))
    for (let seed = 0; seed < 10; seed++) add(aFingerprint(seed, [seed]))
    let calls = 0
    while (propose(3) > 0) calls++
    expect(calls).toBe(7)
    expect(pairs()).toHaveLength(10)
  })

  it('are compared at once when the text of one that was compared changes', () => {
    const { add, propose, pairs, put } = aWorld()
    const [one, two] = [add(aFingerprint(1)), add(aFingerprint(2))]
    propose()
    put(one, aFingerprint(2, [5]))
    expect(pairs()).toEqual([{ article: one.uid, other: two.uid, similarity: 63 / 64 }])
    put(one, aFingerprint(3))
    expect(pairs()).toEqual([])
    put(two, aFingerprint(3))
    expect(pairs()).toHaveLength(1)
    put(two, null)
    expect(pairs()).toEqual([])
  })

  it('are not proposed again once a person said no, nor while one lies in the Trash', () => {
    const { add, database, entities, propose, pairs, put, write } = aWorld()
    const [one, two, three] = [add(aFingerprint(1)), add(aFingerprint(1)), add(aFingerprint(1))]
    propose()
    database
      .prepare(`UPDATE near_duplicate_pair SET status = 'rejected' WHERE article = ? AND other = ?`)
      .run(one.id, two.id)
    put(two, aFingerprint(1, [1]))
    expect(pairs()).toHaveLength(2)
    write((unit) => {
      entities.write(unit, 'article', three.uid, { state: 'read', starred: false, trashed: TEST_NOW })
    })
    expect(pairs()).toEqual([])
  })

  it('are compared with a bounded number of a crowd that all say the same', () => {
    const { add, database, propose } = aWorld()
    const crowd = 100
    for (let count = 0; count < crowd; count++) add(aFingerprint(1))
    propose(crowd)
    const pairs = database.prepare('SELECT count(*) FROM near_duplicate_pair').pluck().get()
    expect(pairs).toBeLessThanOrEqual(crowd * 16)
    expect(pairs).toBeGreaterThanOrEqual(crowd - 1)
  })
})

it('a fingerprint of another length is refused', () => {
  const { add } = aWorld()
  expect(() => add(new Uint8Array(8))).toThrow(/256 bytes/)
})
