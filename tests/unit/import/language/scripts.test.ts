import { expect, it } from 'vitest'
import { countScripts } from '../../../../src/main/import/language/scripts.ts'

it('counts the letters of each script, most frequent first', () => {
  expect(countScripts('Straße 12 и Дніпро, 東京タワー!')).toEqual([
    ['cyrillic', 7],
    ['latin', 6],
    ['kana', 3],
    ['han', 2],
  ])
})
