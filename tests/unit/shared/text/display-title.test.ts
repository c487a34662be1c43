import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayTitle, labelOf } from '../../../../src/shared/text/display-title.ts'

const NOTHING = { fileName: null, url: null, text: '' }

describe('what stands for a missing title', () => {
  it.each([
    ['report 2022.txt', 'report 2022'],
    ['archive.tar.gz', 'archive.tar'],
    ['notes', 'notes'],
    ['.hidden', '.hidden'],
    ['Mr. Smith goes', 'Mr. Smith goes'],
    ['письмо.md', 'письмо'],
  ])('is the name of the file %s without its extension: %s', (fileName, label) => {
    expect(labelOf({ fileName, url: 'https://example.org/', text: 'Words' })).toBe(label)
  })

  it('is the address when there is no file, and the first words when there is neither', () => {
    expect(labelOf({ ...NOTHING, url: 'https://example.org/a', text: 'Words' })).toBe('https://example.org/a')
    expect(labelOf({ ...NOTHING, text: '\n\nOne  short\nnote.\n' })).toBe('One short note.')
    expect(labelOf({ ...NOTHING, fileName: ' .txt', text: 'Words' })).toBe('Words')
  })

  it('cuts long texts at a word, and such without spaces between characters', () => {
    const words = labelOf({ ...NOTHING, text: 'harbour, '.repeat(40) })
    expect(words).toBe(`${'harbour, '.repeat(7)}harbour…`)
    expect(labelOf({ ...NOTHING, text: '都'.repeat(200) })).toBe(`${'都'.repeat(79)}…`)
    expect(labelOf({ ...NOTHING, text: '😀'.repeat(200) })).toBe(`${'😀'.repeat(39)}…`)
  })

  it('is nothing when there is nothing, and people then see "Untitled"', () => {
    expect(labelOf(NOTHING)).toBeNull()
    expect(displayTitle({ title: null, label: null })).toBe('Untitled')
    expect(displayTitle({ title: null, label: 'notes' })).toBe('notes')
    expect(displayTitle({ title: 'A title', label: null })).toBe('A title')
  })

  it('of any text is one well-formed line of at most 80 code units', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const label = labelOf({ ...NOTHING, text }) ?? ''
        expect(label.length).toBeLessThanOrEqual(80)
        expect(label).not.toMatch(/[\r\n]/)
        expect(label.isWellFormed()).toBe(true)
      }),
    )
  })
})
