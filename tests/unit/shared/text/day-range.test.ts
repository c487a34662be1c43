import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayRange } from '../../../../src/shared/text/day-range.ts'

describe('the days of a date', () => {
  it.each([
    ['2022', '2022-01-01', '2023-01-01'],
    ['2022-06', '2022-06-01', '2022-07-01'],
    ['2022-12', '2022-12-01', '2023-01-01'],
    ['2022-06-24', '2022-06-24', '2022-06-25'],
    ['2022-12-31', '2022-12-31', '2023-01-01'],
    ['2023-02-28', '2023-02-28', '2023-03-01'],
    ['2024-02-28', '2024-02-28', '2024-02-29'],
    ['1900-02-28', '1900-02-28', '1900-03-01'],
    ['2000-02-29', '2000-02-29', '2000-03-01'],
    ['0099', '0099-01-01', '0100-01-01'],
  ])('%s are those from %s up to %s', (date, from, until) => {
    expect(dayRange(date)).toEqual({ from, until })
  })

  it('with a time are the day as written, whatever its zone', () => {
    const day = { from: '2022-06-24', until: '2022-06-25' }
    expect(dayRange('2022-06-24T23:30:00-05:00')).toEqual(day)
    expect(dayRange('2022-06-24T00:30:00.000Z')).toEqual(day)
    expect(dayRange('2022-06-24 08:00')).toEqual(day)
  })

  it.each([
    '',
    '22',
    '2022-6',
    '2022-13',
    '2022-00',
    '2022-02-30',
    '2022-06-31',
    '2022-06-00',
    '0000',
    '9999',
    '2022-06-24x',
    'June 2022',
    '20220624',
  ])('%j has none', (date) => {
    expect(dayRange(date)).toBeUndefined()
  })

  it('agree with the calendar of the platform, and follow each other without a gap', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9998-12-30'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10)
          const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
          expect(dayRange(day)).toEqual({ from: day, until: next })
        },
      ),
    )
  })
})
