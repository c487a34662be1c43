import { expect, test } from 'vitest'
import { createRandom } from '../../../bench/corpus/random.ts'
import { zipfMandelbrot } from '../../../bench/corpus/zipf.ts'

const draws = (seed: string, times: number): readonly number[] => {
  const random = createRandom(seed)
  return Array.from({ length: times }, () => random.next())
}

test('a stream is the same for ever: corpora of old figures can be made again', () => {
  expect(draws('offprint', 3).map((value) => Math.round(value * 0x1_0000_0000))).toMatchInlineSnapshot(`
    [
      2495399841,
      2529454784,
      875898433,
    ]
  `)
})

test('different seeds give different streams', () => {
  expect(draws('a', 5)).not.toEqual(draws('b', 5))
})

test('numbers are even over [0, 1)', () => {
  const tenths = Array.from({ length: 10 }, () => 0)
  for (const value of draws('even', 20_000)) tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1
  for (const times of tenths) expect(Math.abs(times - 2_000)).toBeLessThan(200)
})

test('normal numbers have mean 0 and deviation 1', () => {
  const random = createRandom('normal')
  const values = Array.from({ length: 20_000 }, () => random.normal())
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  expect(Math.abs(mean)).toBeLessThan(0.03)
  expect(Math.abs(variance - 1)).toBeLessThan(0.05)
})

test('ranks stay within the limit, the first the commonest, without a step where the two regimes meet', () => {
  const random = createRandom('zipf')
  const draw = zipfMandelbrot(20_000)
  const ranks = Array.from({ length: 300_000 }, () => draw(random))
  expect(Math.min(...new Set(ranks))).toBe(1)
  expect(Math.max(...new Set(ranks))).toBeLessThanOrEqual(20_000)
  const within = (from: number, to: number): number => ranks.filter((rank) => rank >= from && rank < to).length
  expect(within(1, 2)).toBeGreaterThan(within(2, 3))
  const border = within(4_500, 5_000) / within(5_000, 5_500)
  expect(border).toBeGreaterThan(1)
  expect(border).toBeLessThan(1.6)
})
