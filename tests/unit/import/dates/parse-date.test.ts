import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDate } from '../../../../src/main/import/dates/parse-date.ts'

const READABLE: readonly (readonly [written: string, date: string])[] = [
  ['2022', '2022'],
  ['2022-06', '2022-06'],
  ['2022-06-24', '2022-06-24'],
  ['2022-6-4', '2022-06-04'],
  ['20220624', '2022-06-24'],
  ['20220624T173000Z', '2022-06-24T17:30:00Z'],
  ['2022-06-24T17:30:00-04:00', '2022-06-24T17:30:00-04:00'],
  ['2022-06-24T17:30:00.123+0200', '2022-06-24T17:30:00+02:00'],
  ['2022-06-24 17:30', '2022-06-24T17:30'],
  ['Fri, 24 Jun 2022 17:30:00 +0000', '2022-06-24T17:30:00Z'],
  ['Fri Jun 24 2022 17:30:00 GMT+0200 (CEST)', '2022-06-24T17:30:00+02:00'],
  ['1656091800', '2022-06-24T17:30:00Z'],
  ['1656091800000', '2022-06-24T17:30:00Z'],
  ['24 June 2022', '2022-06-24'],
  ['June 24, 2022, 5:30 p.m. EDT', '2022-06-24T17:30-04:00'],
  ['17:30, 24 June 2022', '2022-06-24T17:30'],
  ['1st March 2021', '2021-03-01'],
  ['Published: 9:15 AM, 12 Sept 2019 | Updated', '2019-09-12T09:15'],
  ['June 2022', '2022-06'],
  ['24. Juni 2022', '2022-06-24'],
  ['Am 01.02.2020 um 15.30 Uhr', '2020-02-01T15:30'],
  ['24.06.22', '2022-06-24'],
  ['24 juin 2022', '2022-06-24'],
  ['1er janvier 2020 à 12h30', '2020-01-01T12:30'],
  ['3 de mayo de 2022', '2022-05-03'],
  ['12 de Março de 2020', '2020-03-12'],
  ['24 июня 2022 г., 15:30', '2022-06-24T15:30'],
  ['24 червня 2022', '2022-06-24'],
  ['24 czerwca 2022', '2022-06-24'],
  ['24. června 2022', '2022-06-24'],
  ['2022. június 24.', '2022-06-24'],
  ['24 Haziran 2022', '2022-06-24'],
  ['24 Ιουνίου 2022', '2022-06-24'],
  ['٢٤ يونيو ٢٠٢٢', '2022-06-24'],
  ['2022年6月24日', '2022-06-24'],
  ['令和4年6月24日', '2022-06-24'],
  ['2022년 6월 24일', '2022-06-24'],
  ['24/06/2022', '2022-06-24'],
  ['06/24/2022', '2022-06-24'],
  ['04/04/2022', '2022-04-04'],
]

describe('parseDate', () => {
  it.each(READABLE)('reads %j with the precision it states', (written, date) => {
    expect(parseDate(written)).toBe(date)
  })

  it.each([
    '',
    'yesterday',
    '5 марта',
    'hello 2020 world',
    '31 February 2022',
    '0001-01-01',
    '2020-13-45',
    '1234567',
    '99/99/2020',
  ])('finds no date in %j', (written) => {
    expect(parseDate(written)).toBeNull()
  })

  it('does not guess which number is the month', () => {
    expect(parseDate('03/04/2022')).toBeNull()
    expect(parseDate('03/04/2022', { language: 'en' })).toBeNull()
  })

  it('takes a hint about the order of day and month', () => {
    expect(parseDate('03/04/2022', { language: 'de' })).toBe('2022-04-03')
    expect(parseDate('03/04/2022', { language: 'en-US' })).toBe('2022-03-04')
    expect(parseDate('03/04/2022', { order: 'dmy' })).toBe('2022-04-03')
  })

  it('reads names that two languages use for different months by the hint', () => {
    expect(parseDate('5 listopada 2020', { language: 'pl' })).toBe('2020-11-05')
    expect(parseDate('5. listopada 2020.', { language: 'hr' })).toBe('2020-10-05')
  })

  it('reads back every ISO date of four centuries', () => {
    const days = fc.date({ min: new Date('1700-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (day) => {
        const iso = day.toISOString()
        expect(parseDate(iso)).toBe(iso.replace(/\.\d+Z$/, 'Z'))
        expect(parseDate(iso.slice(0, 10))).toBe(iso.slice(0, 10))
      }),
    )
  })

  it('answers any text without throwing, and never with a date out of range', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d ./:-]{0,24}$/)),
        (text) => {
          const date = parseDate(text)
          if (date !== null) expect(Number(date.slice(0, 4))).toBeGreaterThanOrEqual(1600)
        },
      ),
    )
  })
})
