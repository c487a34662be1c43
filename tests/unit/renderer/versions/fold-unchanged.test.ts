import { describe, expect, it } from 'vitest'
import type { ComparedParagraph } from '../../../../src/shared/model/comparison.ts'
import { foldUnchanged } from '../../../../src/renderer/views/versions/fold-unchanged.ts'

const paragraphs = (kinds: string): readonly ComparedParagraph[] =>
  Array.from(kinds, (letter, index) => ({ letter, index })).map(({ letter, index }) => ({
    kind: letter === '.' ? 'same' : letter === '+' ? 'added' : 'changed',
    from: letter === '+' ? null : { start: index, end: index + 1 },
    to: { start: index, end: index + 1 },
    runs: [],
  }))

const shown = (kinds: string, opened: readonly number[] = []): string =>
  foldUnchanged(paragraphs(kinds), new Set(opened))
    .map((line) => (line.kind === 'folded' ? `(${String(line.paragraphs.length)})` : kinds.charAt(line.at)))
    .join('')

describe('what did not change is folded', () => {
  it.each([
    ['......~......', '(5).~.(5)'],
    ['..~..', '..~..'],
    ['~....~', '~....~'],
    ['~.....~', '~.(3).~'],
    ['+........', '+.(7)'],
    ['.....', '(5)'],
    ['', ''],
  ])('%s is shown as %s', (kinds, lines) => {
    expect(shown(kinds)).toBe(lines)
  })

  it('until it is asked for', () => {
    expect(shown('......~......', [0])).toBe('......~.(5)')
  })
})
