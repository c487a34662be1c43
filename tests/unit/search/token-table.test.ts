import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IndexToken } from '../../../src/main/search/index-token.ts'
import { scanStretches } from '../../../src/main/search/scan-stretches.ts'
import { createTokenTable, type TokenTable } from '../../../src/main/search/token-table.ts'

function tokenFor(surface: string): IndexToken | null {
  if (surface === '') return null
  return {
    surface,
    stem: surface.toUpperCase(),
    high: 0,
    low: 0,
    formHigh: 0,
    formLow: 0,
    elided: null,
    lastSeen: 0,
  }
}

function wordsByTable(table: TokenTable<IndexToken>, text: string): readonly (string | undefined)[] {
  const words: (string | undefined)[] = []
  scanStretches(text, {
    word: (start, end, source, hash) => words.push(table.at(source, start, end, hash)?.surface),
    run: () => undefined,
  })
  return words
}

describe('the table of tokens', () => {
  it('gives every word its own token, in a text and by itself', () => {
    const table = createTokenTable(tokenFor)
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zéñ\u{10428}ж](?:[a-zéñ\u{10428}ж]|x\u0301){0,20}$/u)), (words) => {
        expect(wordsByTable(table, words.join(', '))).toEqual(words)
        for (const word of words) expect(table.of(word)?.surface).toBe(word)
      }),
    )
  })

  it('knows an apostrophe inside a word as one letter, however it is written', () => {
    const made: string[] = []
    const table = createTokenTable((surface) => {
      made.push(surface)
      return tokenFor(surface)
    })
    expect(wordsByTable(table, "rock'n’roll rock’n'roll 'rock' rock'")).toEqual([
      'rockʼnʼroll',
      'rockʼnʼroll',
      'rock',
      'rock',
    ])
    expect(made).toEqual(['rockʼnʼroll', 'rock'])
  })

  it('makes the token of a word once, also while it grows', () => {
    const made: string[] = []
    const table = createTokenTable((surface) => {
      made.push(surface)
      return tokenFor(surface)
    })
    const words = Array.from({ length: 50_000 }, (_, at) => `w${String(at)}`)
    for (const round of [words, words]) for (const word of round) expect(table.of(word)?.stem).toBe(word.toUpperCase())
    expect(made).toEqual(words)
  })

  it('starts anew when it is asked to and full, and still finds every word', () => {
    const made: string[] = []
    const table = createTokenTable((surface) => {
      made.push(surface)
      return tokenFor(surface)
    })
    table.of('7')
    table.relieve()
    for (let at = 0; at < 100_000; at++) table.of(String(at))
    expect(made).toHaveLength(100_000)
    table.relieve()
    for (const word of ['7', '99999', '100000']) expect(table.of(word)?.surface).toBe(word)
    expect(made.slice(-3)).toEqual(['7', '99999', '100000'])
  })

  it('finds a word whose token is made of another word of the table', () => {
    const table: TokenTable<IndexToken> = createTokenTable((surface) =>
      surface.length < 2 ? tokenFor(surface) : table.of(surface.slice(1)),
    )
    expect(table.of('abc')?.surface).toBe('c')
    expect(table.of('bc')?.surface).toBe('c')
  })
})
