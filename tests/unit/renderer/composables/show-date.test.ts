import { describe, expect, it } from 'vitest'
import { showDay, showPartialDate } from '../../../../src/renderer/composables/show-date.ts'

describe('a date is shown as precisely as it is known', () => {
  it.each([
    ['2023', '2023'],
    ['2023-05', 'May 2023'],
    ['2023-05-14', '14 May 2023'],
    ['2023-05-14T23:30:00-08:00', '14 May 2023'],
    ['2023-13-40', '2023-13-40'],
    ['long ago', 'long ago'],
  ])('%s as %s', (date, shown) => {
    expect(showPartialDate(date, 'en')).toBe(shown)
  })

  it('by its year alone, and in other languages', () => {
    expect(showPartialDate('2023-05-14', 'en', 'year')).toBe('2023')
    expect(showPartialDate('2023-05-14', 'de')).toBe('14. Mai 2023')
    expect(showDay('2023-05-14T12:00:00.000Z', 'en')).toBe('14 May 2023')
    expect(showDay('never', 'en')).toBe('never')
  })
})
