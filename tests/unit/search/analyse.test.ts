import { expect, it } from 'vitest'
import { createAnalyser, formsRemembered } from '../../../src/main/search/analyse.ts'
import { searchable } from './support/search-world.ts'

const analyse = createAnalyser()
const tokens = (body: string, language: string | null = 'und') => analyse(searchable({ body, language })).columns.body

it.each([
  ['ＡＢＣ ﬁne ℌ', 'abc fine h', 'NFKC and lower case'],
  ["don't don’t donʼt", 'donʼt donʼt donʼt', 'three apostrophes are one letter inside words'],
  ["'quoted' rock ’n’ roll", 'quoted rock n roll', 'apostrophes around words are no letters'],
  ['l’homme', 'lʼhomme homme', 'elided article and word'],
  ['東京都', '東京 京都 都', 'bigrams and the last character alone'],
  ['東', '東', 'a run of one'],
  ['東京tower2022年', '東京 京 tower2022 年', 'mixed runs split at the border of scripts'],
  ['ﾀﾜｰ タワー', 'タワ ワー ー タワ ワー ー', 'half-width kana'],
  ['서울시', '서울 울시 시', 'Hangul'],
  ['ก็ไป', 'ก็ไป ไป', 'Thai, a mark with its letter'],
  ['हिन्दी', 'हिन्दी', 'Indic vowel signs stay inside the word'],
  ['to be or not to be', 'to be or not to be', 'no stop word is dropped'],
  ['Wort\u00adtrennung می\u200cخواهم', 'worttrennung ميخواهم', 'invisible characters'],
  ['12:30, 2,400 a@b.org', '12 30 2 400 a b org', 'times, numbers and addresses are words'],
  ['й ї ё', 'й ї е', 'Cyrillic'],
  ['\ud800 \udfff ok', 'ok', 'lone surrogates'],
  ['', '', 'nothing'],
  ['!?… 🙂', '', 'no words'],
])('%j becomes %j (%s)', (body, expected) => {
  expect(tokens(body)).toBe(expected)
})

it('cuts a word that is too long, never through a pair of surrogates', () => {
  expect(tokens('a'.repeat(1_000_000))).toHaveLength(64)
  expect(tokens(`a${'\u{10428}'.repeat(100)}`).isWellFormed()).toBe(true)
})

it('gives each word form once, with a hash of its language and letters', () => {
  const body = 'Positions, positions and position'
  const formsIn = (language: string): ReadonlyMap<string, string> => {
    const { forms } = analyse(searchable({ body, language }))
    const hashes = Array.from({ length: forms.hashes.length / 2 }, (_, at) => forms.hashes.slice(2 * at, 2 * at + 2))
    return new Map(forms.joined.split('\0').map((form, at) => [form, String(hashes[at])]))
  }
  const english = formsIn('en')
  expect([...english.keys()].toSorted()).toEqual(['and', 'position', 'positions'])
  expect(new Set(english.values()).size).toBe(3)
  expect(formsIn('en')).toEqual(english)
  for (const [form, hash] of formsIn('de')) expect(hash).not.toBe(english.get(form))
})

it('puts the forms first that no text had before', () => {
  analyse(searchable({ body: 'an ordinary text' }))
  const { forms } = analyse(searchable({ body: 'an unheardly text quizzifications' }))
  expect(forms.joined.split('\0').slice(0, 2)).toEqual(['unheardly', 'quizzifications'])
})

it('remembers so many word forms at most, whatever languages there are', () => {
  const many = Array.from({ length: 40_000 }, (_, at) => `w${at.toString(36)}`).join(' ')
  let most = 0
  for (const language of ['en', 'de', 'fr', 'es', 'it', 'nl', 'sv', 'da', 'fi', 'hu', 'pt', 'ro']) {
    analyse(searchable({ body: many, language }))
    most = Math.max(most, formsRemembered())
  }
  expect(most).toBeGreaterThan(200_000)
  expect(most).toBeLessThan(400_000)
})

it('hashes what it was given, and sums tokens with their places', () => {
  // The order of forms tells which no text of the thread had before: from now on, none of these.
  analyse(searchable({ body: 'a b c' }))
  const one = analyse(searchable({ title: 'a b', body: 'c' }))
  const swapped = analyse(searchable({ title: 'b a', body: 'c' }))
  const moved = analyse(searchable({ title: 'a', body: 'b c' }))
  expect(one.inputHash).toHaveLength(32)
  expect(one.inputHash).not.toEqual(moved.inputHash)
  expect(one.tokensChecksum).not.toEqual(swapped.tokensChecksum)
  expect(one.tokensChecksum).not.toEqual(moved.tokensChecksum)
  expect(one).toEqual(analyse(searchable({ title: 'a b', body: 'c' })))
})
