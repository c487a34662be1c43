import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTexts } from '../../../../src/shared/text/compare-texts.ts'

const OLD = [
  'The harbour',
  'One ship came into the harbour on Monday.',
  'Two fishermen saw it from the old quay.',
  'The mayor said nothing at all about it.',
  'It left again on Friday morning.',
].join('\n')

const kinds = (from: string, to: string) => compareTexts(from, to).paragraphs.map(({ kind }) => kind)
const lines = OLD.split('\n')

describe('paragraphs', () => {
  test.each([
    ['the same', OLD, ['same', 'same', 'same', 'same', 'same']],
    [
      'one put in',
      OLD.replace('Two', 'Nobody had been told before.\nTwo'),
      ['same', 'same', 'added', 'same', 'same', 'same'],
    ],
    [
      'one taken out, told where it stood',
      OLD.replace(`${lines[2]!}\n`, ''),
      ['same', 'same', 'removed', 'same', 'same'],
    ],
    ['one changed', OLD.replace('Monday', 'Tuesday'), ['same', 'changed', 'same', 'same', 'same']],
    [
      'one wholly other',
      OLD.replace(lines[3]!, 'Snow fell for three days.'),
      ['same', 'same', 'same', 'removed', 'added', 'same'],
    ],
    [
      'one moved',
      [lines[0], lines[2], lines[3], lines[4], lines[1]].join('\n'),
      ['same', 'same', 'same', 'same', 'moved'],
    ],
    ['only white space around them', OLD.replaceAll('\n', '\n\n  '), ['same', 'same', 'same', 'same', 'same']],
    ['none left', '', ['removed', 'removed', 'removed', 'removed', 'removed']],
  ])('%s', (_what, to, expected) => {
    expect(kinds(OLD, to)).toEqual(expected)
  })

  test('one moved and changed is told once, with its words', () => {
    const to = [lines[0], lines[2], lines[3], lines[4], lines[1]!.replace('Monday', 'Tuesday')].join('\n')
    const compared = compareTexts(OLD, to)
    expect(compared).toMatchObject({ moved: 1, added: 1, removed: 1 })
    expect(compared.paragraphs.at(-1)?.runs.map(({ kind, text }) => [kind, text])).toEqual([
      ['same', 'One ship came into the harbour on '],
      ['removed', 'Monday'],
      ['added', 'Tuesday'],
      ['same', '.'],
    ])
  })
})

test('words in the place of others are told as one, whatever spaces both have', () => {
  const runsOf = (from: string, to: string) =>
    compareTexts(from, to).paragraphs.flatMap(({ runs }) => runs.map(({ kind, text }) => [kind, text]))
  expect(runsOf('It said about forty passengers waited.', 'It said thirty-eight passengers waited.')).toEqual([
    ['same', 'It said '],
    ['removed', 'about forty '],
    ['added', 'thirty-eight '],
    ['same', 'passengers waited.'],
  ])
  expect(runsOf('It said about passengers waited.', 'It said passengers waited.')).toEqual([
    ['same', 'It said '],
    ['removed', 'about '],
    ['same', 'passengers waited.'],
  ])
})

test('whatever two texts are, their paragraphs make up both, in place', () => {
  const line = fc.constantFrom(
    'one two three four',
    'one two six four',
    'five',
    '東京 に',
    '😀 so',
    '',
    '  seven  eight nine ten',
  )
  const text = fc.array(line, { maxLength: 12 }).map((all) => all.join('\n'))
  fc.assert(
    fc.property(text, text, (from, to) => {
      const { paragraphs } = compareTexts(from, to)
      for (const { from: was, to: is, runs } of paragraphs) {
        const side = (gone: 'added' | 'removed'): string =>
          runs
            .filter(({ kind }) => kind !== gone)
            .map(({ text: words }) => words)
            .join('')
        if (was !== null) expect(side('added')).toBe(from.slice(was.start, was.end))
        if (is !== null) expect(side('removed')).toBe(to.slice(is.start, is.end))
      }
      const count = (whole: string): number => whole.split('\n').filter((one) => one.trim() !== '').length
      expect(paragraphs.filter(({ from: was }) => was !== null)).toHaveLength(count(from))
      expect(paragraphs.filter(({ to: is }) => is !== null)).toHaveLength(count(to))
    }),
  )
})

test('two long texts with nothing in common are compared in seconds', () => {
  const make = (word: string) =>
    Array.from({ length: 3000 }, (_, index) => `${word}${String(index)} says ${word} here`).join('\n')
  expect(compareTexts(make('a'), make('b')).paragraphs).toHaveLength(6000)
}, 20_000)
