import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName } from '../../../../src/shared/text/fold-name.ts'

describe('two names are one', () => {
  it.each([
    ['in another case', 'Climate', 'CLIMATE'],
    ['in another Unicode form', 'Cafe\u0301', 'Café'],
    ['with a sharp s written either way', 'Straße', 'STRASSE'],
    ['with a final sigma', 'ΟΔΟΣ', 'οδος'],
    ['in full-width letters', 'ＡＢＣ', 'abc'],
    ['with other white space', ' ice\u00a0 core\n', 'ice core'],
    ['in Cyrillic', 'ЇЖАК', 'їжак'],
  ])('%s', (_title, left, right) => {
    expect(foldName(left)).toBe(foldName(right))
  })
})

it.each([
  ['resume', 'résumé'],
  ['иод', 'йод'],
  ['isi', 'ısı'],
])('%s and %s are two names', (left, right) => {
  expect(foldName(left)).not.toBe(foldName(right))
})

it('folding a key again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(foldName(foldName(name))).toBe(foldName(name))
    }),
    { numRuns: 1000 },
  )
})
