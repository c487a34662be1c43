import { expect, test } from 'vitest'
import { memoryAt, sizeRows } from '../../../bench/import/import-rows.ts'

const samples = [0, 1, 2, 3, 4].map((seconds) => ({ seconds, megabytes: 100 + 10 * seconds }))

test('memory is told at shares of the time a run took', () => {
  const report = { samples, peak: 140, slope: 0 }
  expect([0, 0.5, 1].map((share) => memoryAt(report, share))).toEqual([100, 120, 140])
  expect(memoryAt({ samples: [], peak: 0, slope: 0 }, 0.5)).toBe(0)
})

test('sizes are ratios to what people brought: the index to the text, the rest to text and originals', () => {
  const rows = sizeRows({ file: 20_000_000, index: 6_000_000, text: 10_000_000, originals: 4_000_000 })
  expect(rows.map(({ ratio }) => ratio)).toEqual([1, 0.6, 2])
  expect(rows.every(({ unit }) => unit === 'MB')).toBe(true)
})
