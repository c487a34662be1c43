import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roughDuration } from '../../../src/renderer/composables/rough-duration.ts'

describe('a duration as people say it', () => {
  test.each([
    [0, 'moments', 0],
    [7.9, 'moments', 0],
    [8, 'seconds', 10],
    [41, 'seconds', 50],
    [49.2, 'seconds', 50],
    [51, 'minutes', 1],
    [89, 'minutes', 1],
    [91, 'minutes', 2],
    [9 * 60, 'minutes', 9],
    [9.7 * 60, 'minutes', 10],
    [11 * 60, 'minutes', 15],
    [54 * 60, 'minutes', 55],
    [58 * 60, 'hours', 1],
    [100 * 60, 'hours', 2],
    [Number.NaN, 'moments', 0],
  ] as const)('%d seconds', (seconds, unit, count) => {
    expect(roughDuration(seconds)).toEqual({ unit, count })
  })

  test('never grows shorter while the time grows', () => {
    const inSeconds = { moments: 0, seconds: 1, minutes: 60, hours: 3600 }
    const said = (seconds: number): number => {
      const { unit, count } = roughDuration(seconds)
      return inSeconds[unit] * count
    }
    const time = fc.double({ min: 0, max: 200_000, noNaN: true })
    fc.assert(fc.property(time, time, (one, other) => one > other || said(one) <= said(other)))
  })
})
