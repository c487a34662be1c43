import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createHashSet } from '../../../src/main/search/hash-set.ts'
import { hashToken } from '../../../src/main/search/token-hash.ts'

it('says the same as a set, for any hashes, also zero and negative ones', () => {
  const hash = fc.oneof(fc.constantFrom(0, 1, -1, 0x7fffffff, -0x80000000, 0xffffffff), fc.integer())
  fc.assert(
    fc.property(fc.array(fc.tuple(hash, hash)), (hashes) => {
      const [ours, model] = [createHashSet(), new Set<string>()]
      for (const [high, low] of hashes) {
        const name = (high | 0) === 0 && (low | 0) === 0 ? '1 0' : `${high | 0} ${low | 0}`
        expect(ours.add(high, low)).toBe(!model.has(name))
        model.add(name)
      }
      expect(ours.size()).toBe(model.size)
    }),
  )
})

it('keeps a hundred thousand words apart while it grows, and forgets them when cleared', () => {
  const set = createHashSet()
  const words = Array.from({ length: 100_000 }, (_, at) => hashToken(`en:word${at}`))
  expect(words.every(({ high, low }) => set.add(high, low))).toBe(true)
  expect(words.some(({ high, low }) => set.add(high, low))).toBe(false)
  set.clear()
  expect(set.size()).toBe(0)
  expect(set.add(words[0]?.high ?? 0, words[0]?.low ?? 0)).toBe(true)
})
