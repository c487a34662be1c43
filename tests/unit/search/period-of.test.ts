import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPeriodOf } from '../../../src/main/search/period-of.ts'

/** Thursday noon, by this machine's own clock. */
const NOW = new Date(2026, 10, 26, 12)
const day = createPeriodOf(NOW, 'day')
const instant = createPeriodOf(NOW, 'instant')

describe('the period of a moment', () => {
  it.each([
    ['2026-11-26', 'today'],
    ['2026-11-25', 'yesterday'],
    ['2026-11-24', 'week'],
    ['2026-11-23', 'week'],
    ['2026-11-22', 'month'],
    ['2026-11-01', 'month'],
    ['2026-10-31', '2026-10'],
    ['2026-01-01', '2026-01'],
    ['2025-12-31', '2025'],
    ['0099-05-05', '0099'],
    ['2026-11-27', '2026-11'],
    ['2026-12-01', '2026-12'],
    ['2027-01-01', '2027'],
  ])('%s is %s', (value, key) => {
    expect(day(value).key).toBe(key)
  })

  it('on a Monday begins the week with today, and yesterday is of the last', () => {
    const monday = createPeriodOf(new Date(2026, 10, 2, 12), 'day')
    expect(['2026-11-02', '2026-11-01', '2026-10-31', '2026-10-30'].map((value) => monday(value).key)).toEqual([
      'today',
      'yesterday',
      '2026-10',
      '2026-10',
    ])
  })

  it('of instants goes by midnight here, not in Greenwich', () => {
    const midnight = new Date(2026, 10, 26)
    expect(instant(midnight.toISOString()).key).toBe('today')
    expect(instant(new Date(midnight.getTime() - 1).toISOString()).key).toBe('yesterday')
  })

  it('holds the moment, and its neighbours begin where it ends', () => {
    const moment = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moment, moment, (now, when) => {
        const periodOf = createPeriodOf(now, 'instant')
        const value = when.toISOString()
        const { key, from, until } = periodOf(value)
        expect(from <= value && value < until).toBe(true)
        expect(periodOf(from).key).toBe(key)
        expect(periodOf(until).key).not.toBe(key)
        expect(periodOf(until).from).toBe(until)
      }),
      { numRuns: 2000 },
    )
  })
})
