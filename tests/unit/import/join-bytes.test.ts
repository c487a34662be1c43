import { expect, it } from 'vitest'
import { joinBytes } from '../../../src/main/import/join-bytes.ts'

it('joins pieces in order, into a buffer that holds nothing else', () => {
  const around = new Uint8Array([9, 1, 2, 9])
  const joined = joinBytes([around.subarray(1, 3), new Uint8Array(), new Uint8Array([3])])
  expect([...joined]).toEqual([1, 2, 3])
  expect(joined.buffer.byteLength).toBe(3)
  expect(joinBytes([])).toHaveLength(0)
})
