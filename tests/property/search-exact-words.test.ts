import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { english } from '../../src/main/search/languages/english.ts'
import { undetermined } from '../../src/main/search/languages/undetermined.ts'
import { foldLetters } from '../../src/main/search/languages/fold-letters.ts'

const words = [...(english.exact ?? [])]
const endings = ['', 's', 'es', 'ed', 'ing', 'ly', 'e', 'er', 'ness', 'ʼs', 'ʼ', '\u0301', 'y', 'ation', 'ʼre']

describe('words that nothing else is a form of', () => {
  it.each(words)('%s is its own token', (word) => {
    expect(english.stem(word)).toBe(word)
  })

  it('are the token of no word but those that folding makes equal', () => {
    const word = fc.oneof(
      fc.tuple(fc.constantFrom(...words), fc.constantFrom(...endings), fc.constantFrom(...endings)),
      fc.tuple(fc.string({ unit: fc.constantFrom(...Array.from('abdefhinorstuwyéʼ')) }), fc.constantFrom(...endings)),
    )
    fc.assert(
      fc.property(word, (parts) => {
        const surface = parts.join('').normalize('NFC')
        const token = english.stem(surface)
        if (english.exact?.has(token) === true) expect(foldLetters(surface)).toBe(token)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('where the words of a token begin', () => {
  const longer = [
    'bility',
    'ization',
    'ational',
    'iveness',
    'fulness',
    'ousli',
    'logy',
    'enci',
    'ies',
    'eed',
    'ated',
    'izing',
  ]
  const word = fc.tuple(
    fc.string({ unit: fc.constantFrom(...Array.from('abcdeghilnorstuvwyzé')), minLength: 1, maxLength: 7 }),
    fc.constantFrom(...endings, ...longer),
    fc.constantFrom(...endings),
  )

  it.each([english, undetermined])('is told rightly for $language', ({ stem, beginningOf }) => {
    fc.assert(
      fc.property(word, (parts) => {
        const surface = parts.join('').normalize('NFC')
        expect(foldLetters(surface)).toMatch(new RegExp(`^${beginningOf?.(stem(surface)) ?? 'nothing'}`))
      }),
      { numRuns: 5000 },
    )
  })
})
