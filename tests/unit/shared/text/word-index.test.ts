import { expect, test } from 'vitest'
import { indexWords, splitWords } from '../../../../src/shared/text/word-index.ts'

test.each([
  ['words in lower case, marks by themselves', 'No, THEY won’t!', ['no', ',', 'they', 'won', '’', 't', '!']],
  ['scripts without spaces letter by letter', '東京です war', ['東', '京', 'で', 'す', 'war']],
  ['Korean and Arabic by spaces', '서울 사람 الحرب', ['서울', '사람', 'الحرب']],
  ['combining marks within their word', 'cafe\u0301 x', ['cafe\u0301', 'x']],
  ['numbers with words', 'B2 4.5', ['b2', '4', '.', '5']],
  ['an astral letter and an emoji whole', '𝒳𝒴 😀', ['𝒳𝒴', '😀']],
  ['nothing of white space', ' \n\t', []],
])('splits %s', (_what, text, keys) => {
  expect(splitWords(text).map(({ key }) => key)).toEqual(keys)
})

test('offsets are those of the text', () => {
  const text = 'Ein Wort, 東京 😀 end'
  for (const { key, start, end } of splitWords(text)) expect(text.slice(start, end).toLowerCase()).toBe(key)
})

test('an index knows every place of a word', () => {
  const index = indexWords('a b A c a')
  expect([...index.placesOf(index.idOf('a') ?? -1)]).toEqual([0, 2, 4])
  expect(index.idOf('d')).toBeUndefined()
})
