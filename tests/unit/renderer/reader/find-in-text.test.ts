import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareFinding } from '../../../../src/renderer/reader/find-in-text.ts'

function found(text: string, words: string): readonly string[] {
  return prepareFinding(text)
    .find(words)
    .map(({ start, end }) => text.slice(start, end))
}

describe('finding in an article', () => {
  it.each([
    ['capitals', 'Dust and dust', 'DUST', ['Dust', 'dust']],
    ['accents of Latin letters', 'Café, cafe', 'cafe', ['Café', 'cafe']],
    ['accents that are typed and missing', 'Smørrebrød Zurich', 'zürich', ['Zurich']],
    ['white space over lines', 'storm\n  tracks', 'storm tracks', ['storm\n  tracks']],
    ['quotation marks', '“There,” he says', '"there,"', ['“There,”']],
    ['dashes', 'storm–track', 'storm-track', ['storm–track']],
    ['ligatures', 'the ﬁrn', 'firn', ['ﬁrn']],
    ['vowel signs of Arabic', 'كُتُب', 'كتب', ['كُتُب']],
    ['soft hyphens', 'green\u00adland', 'greenland', ['green\u00adland']],
  ])('reads over %s', (_, text, words, wanted) => {
    expect(found(text, words)).toEqual(wanted)
  })

  it('keeps letters apart that are letters of their own', () => {
    expect(found('край', 'краи')).toEqual([])
    expect(found('か', 'が')).toEqual([])
  })

  it('finds no half of a character', () => {
    expect(found('ﬁrn', 'irn')).toEqual([])
  })

  it('finds nothing for nothing', () => {
    expect(found('some text', '  ')).toEqual([])
  })

  it('finds every piece of a text where it stands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        (text, one, other) => {
          const characters = Array.from(text)
          const from = one % characters.length
          const words = characters.slice(from, from + 1 + (other % 8)).join('')
          fc.pre(words.trim() === words && /^[\p{L}\p{N}]/u.test(words) && /[\p{L}\p{N}]$/u.test(words))
          expect(prepareFinding(text).find(words).length).toBeGreaterThan(0)
        },
      ),
    )
  })
})
