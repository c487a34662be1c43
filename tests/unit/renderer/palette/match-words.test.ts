import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchWords } from '../../../../src/renderer/views/palette/match-words.ts'

/** The text with its marks in brackets. */
function marked(typed: string, text: string): string | null {
  const match = matchWords(typed, text)
  if (match === null) return null
  let shown = ''
  let at = 0
  for (const [start, end] of match.marks) {
    shown += `${text.slice(at, start)}[${text.slice(start, end)}]`
    at = end
  }
  return shown + text.slice(at)
}

const ranked = (typed: string, texts: readonly string[]) =>
  texts
    .flatMap((text) => {
      const match = matchWords(typed, text)
      return match === null ? [] : [{ text, score: match.score }]
    })
    .sort((one, other) => other.score - one.score)
    .map(({ text }) => text)

describe('what was typed is found', () => {
  it.each([
    ['cit', 'Copy citation', 'Copy [cit]ation'],
    ['cit', 'Capacity, or how a harbour counts', 'Capa[cit]y, or how a harbour counts'],
    ['gtl', 'Go to Library', '[G]o [t]o [L]ibrary'],
    ['lib go', 'Go to Library', '[Go] to [Lib]rary'],
    ['sel', 'Sélva', '[Sél]va'],
    ['лим', 'Лиман і місто', '[Лим]ан і місто'],
    ['海苔', '海苔網の下の春', '[海苔]網の下の春'],
    ['straße', 'Straße', '[Straße]'],
    ['', 'Anything', 'Anything'],
    ['x', 'Copy', null],
    ['copy x', 'Copy', null],
    ['crtn', 'Copy citation', null],
  ])('%s in %s', (typed, text, expected) => {
    expect(marked(typed, text)).toBe(expected)
  })

  it('best where a word begins, then inside, then by scattered letters', () => {
    expect(ranked('no', ['Show or hide margin notes', 'Snow', 'Notes', 'New order'])).toEqual([
      'Notes',
      'Show or hide margin notes',
      'Snow',
      'New order',
    ])
  })

  it('with marks inside the text that never overlap', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary', maxLength: 4 }), (text, typed) => {
        for (const [start, end] of matchWords(typed, text)?.marks ?? []) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
    )
  })
})
