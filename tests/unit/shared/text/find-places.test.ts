import { expect, test } from 'vitest'
import { findPlaces, MOST_PLACES } from '../../../../src/shared/text/find-places.ts'

test('every place of a quote is listed in order', () => {
  expect(findPlaces('one two one', 'one')).toEqual([
    { start: 0, end: 3 },
    { start: 8, end: 11 },
  ])
})

test('overlapping places are listed', () => {
  expect(findPlaces('aaa', 'aa').map(({ start }) => start)).toEqual([0, 1])
})

test('a quote that stands nowhere to the letter is looked for with typography folded', () => {
  expect(findPlaces('He said “no”.\nHe said "no".', "He said 'no'")).toEqual([])
  expect(findPlaces('He said “no”.\nShe  said “no”.', 'said "no"')).toEqual([
    { start: 3, end: 12 },
    { start: 19, end: 28 },
  ])
})

test('neither an empty quote nor one of white space alone stands anywhere new', () => {
  expect(findPlaces('a b', '')).toEqual([])
  expect(findPlaces('ab', ' \n')).toEqual([])
})

test('half a surrogate pair is not found', () => {
  expect(findPlaces('😀', '\ud83d')).toEqual([])
  expect(findPlaces('😀', '\ude00')).toEqual([])
})

test('the number of places is bounded', () => {
  expect(findPlaces('a'.repeat(MOST_PLACES + 10), 'a')).toHaveLength(MOST_PLACES)
})
