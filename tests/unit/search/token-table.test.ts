import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTokenTable, type TokenTable } from '../../../src/main/search/token-table.ts'
import type { IndexToken } from '../../../src/main/search/index-token.ts'

function tokenFor(surface: string): IndexToken | null {
  if (surface === '') return null
  return {
    surface,
    stem: surface.toUpperCase(),
    formHash: { high: 0, low: 0 },
    hash: { high: 0, low: 0 },
    elided: null,
    lastSeen: 0,
  }
}

describe('the table of tokens', () => {
  it('gives every word its own token, wherever it stands in a text', () => {
    const table = createTokenTable(tokenFor)
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.string(),
        (word, before, after) => {
          const text = before + word + after
          expect(table.at(text, before.length, before.length + word.length)?.surface ?? '').toBe(word)
        },
      ),
    )
  })

  it('makes the token of a word once, also while it grows', () => {
    const made: string[] = []
    const table = createTokenTable((surface) => {
      made.push(surface)
      return tokenFor(surface)
    })
    const words = Array.from({ length: 50_000 }, (_, at) => `w${String(at)}`)
    for (const round of [words, words]) {
      for (const word of round) expect(table.at(word, 0, word.length)?.stem).toBe(word.toUpperCase())
    }
    expect(made).toEqual(words)
  })

  it('starts anew when it is full, and still finds every word', () => {
    const table = createTokenTable(tokenFor)
    for (let at = 0; at < 200_001; at++) table.at(String(at), 0, String(at).length)
    for (const word of ['7', '199999', '200000']) expect(table.at(word, 0, word.length)?.surface).toBe(word)
  })

  it('finds a word whose token is made of another word of the table', () => {
    const table: TokenTable<IndexToken> = createTokenTable((surface) =>
      surface.length < 2 ? tokenFor(surface) : table.at(surface, 1, surface.length),
    )
    expect(table.at('abc', 0, 3)?.surface).toBe('c')
    expect(table.at('bc', 0, 2)?.surface).toBe('c')
  })
})
