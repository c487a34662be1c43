import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scanStretches } from '../../../src/main/search/scan-stretches.ts'
import { createTokenTable, type FormFacts, type TokenTable } from '../../../src/main/search/token-table.ts'
import { Field, formStart } from '../../../src/main/search/word-entries.ts'

/** Words of odd length are stems of themselves, others give their letters in capitals. */
function factsOf(form: string): FormFacts {
  const token = form.length % 2 === 0 ? form.toUpperCase() : form.slice(0, -1)
  return { token, high: form.length, low: -1, formHigh: -2, formLow: 3, elided: null }
}

function formOf({ entries: { numbers, letters } }: TokenTable, entry: number): string {
  return String.fromCharCode(...letters.subarray(formStart(entry), numbers[entry + Field.formEnd]))
}

function tokenOf({ entries: { numbers, letters } }: TokenTable, entry: number): string {
  return String.fromCharCode(...letters.subarray(numbers[entry + Field.token], numbers[entry + Field.tokenEnd]))
}

/** A table, and the forms whose facts it asked for. */
function watched(): { readonly table: TokenTable; readonly made: string[] } {
  const made: string[] = []
  const table = createTokenTable((form) => {
    made.push(form)
    return factsOf(form)
  })
  return { table, made }
}

function formsByTable(table: TokenTable, text: string): readonly string[] {
  const entries: number[] = []
  scanStretches(text, {
    word: (start, end, source, hash) => entries.push(table.at(source, start, end, hash)),
    run: () => undefined,
  })
  return entries.map((entry) => formOf(table, entry))
}

describe('the table of tokens', () => {
  it('gives every word its own entry, in a text and by itself', () => {
    const table = createTokenTable(factsOf)
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zéñ\u{10428}ж](?:[a-zéñ\u{10428}ж]|x\u0301){0,20}$/u)), (words) => {
        expect(formsByTable(table, words.join(', '))).toEqual(words)
        for (const word of words) {
          expect(formOf(table, table.of(word))).toBe(word)
          expect(tokenOf(table, table.of(word))).toBe(factsOf(word).token)
        }
      }),
    )
  })

  it('knows an apostrophe inside a word as one letter, however it is written', () => {
    const { table, made } = watched()
    const forms = formsByTable(table, "rock'n’roll rock’n'roll 'rock' rock'")
    expect(forms).toEqual(['rockʼnʼroll', 'rockʼnʼroll', 'rock', 'rock'])
    expect(table.of("rock'n’roll")).toBe(table.of('rockʼnʼroll'))
    expect(made).toEqual(['rockʼnʼroll', 'rock'])
  })

  it('asks for the facts of a word once and keeps them, also while it grows', () => {
    const { table, made } = watched()
    const words = Array.from({ length: 50_000 }, (_, at) => `w${String(at)}`)
    for (const round of [words, words]) {
      for (const word of round) {
        const entry = table.of(word)
        expect(tokenOf(table, entry)).toBe(factsOf(word).token)
        const kept = [Field.high, Field.low, Field.formHigh, Field.formLow].map(
          (field) => table.entries.numbers[entry + field],
        )
        expect(kept).toEqual([word.length, -1, -2, 3])
      }
    }
    expect(made).toEqual(words)
  })

  it('keeps what its user wrote to an entry', () => {
    const table = createTokenTable(factsOf)
    table.entries.numbers[table.of('seen') + Field.lastSeen] = 7
    for (let at = 0; at < 50_000; at++) table.of(`w${String(at)}`)
    expect(table.entries.numbers[table.of('seen') + Field.lastSeen]).toBe(7)
    expect(table.entries.numbers[table.of('w1') + Field.lastSeen]).toBe(0)
  })

  it('starts anew when it is full, and still finds every word', () => {
    const { table, made } = watched()
    table.of('7')
    expect(table.relieve(false)).toBe(false)
    for (let at = 0; at < 250_000; at++) table.of(String(at))
    expect(made).toHaveLength(250_000)
    expect(table.relieve(false)).toBe(true)
    for (const word of ['7', '249999', '250000']) expect(formOf(table, table.of(word))).toBe(word)
    expect(made.slice(-3)).toEqual(['7', '249999', '250000'])
  })

  it('starts anew when it is asked to, and gives its memory back', () => {
    const { table, made } = watched()
    for (let at = 0; at < 60_000; at++) table.of(String(at))
    const before = table.entries.letters.byteLength
    expect(table.relieve(true)).toBe(true)
    expect(table.entries.letters.byteLength).toBeLessThan(before / 2)
    expect(formOf(table, table.of('7'))).toBe('7')
    expect(made).toHaveLength(60_001)
  })

  it('gives a word the entry of what stands after its elided article, which may be new', () => {
    const table = createTokenTable((form) => ({ ...factsOf(form), elided: form.length < 2 ? null : form.slice(1) }))
    const entry = table.of('abc')
    const second = table.entries.numbers[entry + Field.elided] ?? 0
    const third = table.entries.numbers[second + Field.elided] ?? 0
    expect([entry, second, third].map((one) => formOf(table, one))).toEqual(['abc', 'bc', 'c'])
    expect([table.entries.numbers[third + Field.elided], table.of('bc'), table.of('c')]).toEqual([0, second, third])
  })
})
