import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { english } from '../../src/main/search/languages/english.ts'
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
