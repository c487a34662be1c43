import { describe, expect, test } from 'vitest'
import { alignWords, wordLikeness } from '../../../../src/shared/text/align-words.ts'
import { indexWords, splitWords } from '../../../../src/shared/text/word-index.ts'

function align(pattern: string, text: string, from = 0) {
  const index = indexWords(text)
  const keys = splitWords(pattern).map(({ key }) => key)
  const ids = Int32Array.from(keys, (key) => index.idOf(key) ?? -1)
  const weights = new Float64Array(keys.length).fill(1)
  return [...alignWords({ keys, ids, weights }, index, { from, to: index.ids.length }).places]
}

test.each([
  ['the same words', 'b c', 'a b c d', [1, 2]],
  ['a word put in', 'a b c', 'a b x c', [0, 1, 3]],
  ['a word taken out', 'a b c', 'a c', [0, -1, 1]],
  ['a word changed', 'a b c', 'a x c', [0, -1, 2]],
  ['a form of a word', 'the selected pages', 'the selects pages', [0, 1, 2]],
  ['none of it', 'a b', 'x y', [-1, -1]],
  ['the denser of two places', 'a b c', 'a x b x c x x x a b c', [8, 9, 10]],
])('aligns %s', (_what, pattern, text, places) => {
  expect(align(pattern, text)).toEqual(places)
})

test('only the stretch is looked at, and places are the whole text’s', () => {
  expect(align('a b', 'a b a b', 1)).toEqual([2, 3])
})

describe('how alike two words are', () => {
  test.each([
    ['forms of a word', 'memoize_articles', 'memorize_articles', true],
    ['short words', 'the', 'thy', false],
    ['words of another length', 'go', 'going', false],
    ['other words', 'carrot', 'diaspora', false],
  ])('%s', (_what, a, b, alike) => {
    expect(wordLikeness(a, b) > 0).toBe(alike)
    expect(wordLikeness(b, a)).toBe(wordLikeness(a, b))
    expect(wordLikeness(a, b)).toBeLessThan(1)
  })
})
