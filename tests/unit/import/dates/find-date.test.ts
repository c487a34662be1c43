import { describe, expect, it } from 'vitest'
import { findDate } from '../../../../src/main/import/dates/find-date.ts'

describe('findDate', () => {
  it.each([
    ['Fri, 24 Jun 2022 10:00:00 +0200', '2022-06-24T10:00:00+02:00'],
    ['24. Juni 2022', '2022-06-24'],
    ['24 июня 2022 г.', '2022-06-24'],
    ['24 червня 2022', '2022-06-24'],
    ['1er août 2021', '2021-08-01'],
    ['24 de junio de 2022', '2022-06-24'],
    ['2022年6月24日', '2022-06-24'],
    ['24 يونيو 2022', '2022-06-24'],
    ['٢٤ حزيران ٢٠٢٢', '2022-06-24'],
    ['13/04/2021', '2021-04-13'],
    ['04/13/2021', '2021-04-13'],
    ['March 2020', '2020-03'],
    ['Sept. 3, 2021', '2021-09-03'],
  ])('reads %s', (text, date) => {
    expect(findDate(text)?.date).toBe(date)
  })

  it('gives only the year of a day that can be read in two ways', () => {
    expect(findDate('03/04/2021')?.date).toBe('2021')
  })

  it('gives what stands around the date', () => {
    expect(findDate('Kyiv, 24\u00A0June 2022, evening')).toEqual({
      date: '2022-06-24',
      before: 'Kyiv, ',
      after: ', evening',
    })
  })

  it.each(['no date', 'in 2021', 'the 31 of nothing 2021', '2021-13-40', '99/99/2021'])('finds none in %s', (text) => {
    expect(findDate(text)).toBeNull()
  })
})
