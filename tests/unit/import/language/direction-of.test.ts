import { expect, it } from 'vitest'
import { directionOf } from '../../../../src/main/import/language/direction-of.ts'

it.each([
  ['ar', 'قرر مجلس المدينة', 'rtl'],
  ['he', 'מועצת העיר', 'rtl'],
  ['en', 'The council', 'ltr'],
  ['ar', 'The council voted on a page that calls itself Arabic', 'ltr'],
  [null, 'مجلس المدينة with one word', 'ltr'],
  [null, 'قرر مجلس المدينة يوم الخميس (BBC)', 'rtl'],
  ['fa', '1234', 'rtl'],
  [null, '', 'ltr'],
] as const)('a text said to be %s, %j, has a direction', (language, text, direction) => {
  expect(directionOf(language, text)).toBe(direction)
})
