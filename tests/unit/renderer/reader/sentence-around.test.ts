import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentenceAround } from '../../../../src/renderer/reader/sentence-around.ts'

const TEXT = 'The core comes up. It looks like glass, he says. That is one spring.\nA second paragraph without a stop\n'

function around(text: string, words: string, language: string | null = 'en'): string {
  const start = text.indexOf(words)
  const { start: from, end } = sentenceAround(text, { start, end: start + words.length }, language)
  return text.slice(from, end)
}

describe('extending a passage to its sentence', () => {
  it('takes the sentence of a word, without the space after it', () => {
    expect(around(TEXT, 'glass')).toBe('It looks like glass, he says.')
  })

  it('takes all sentences that a passage touches', () => {
    expect(around(TEXT, 'glass, he says. That')).toBe('It looks like glass, he says. That is one spring.')
  })

  it('does not leave the paragraph', () => {
    expect(around(TEXT, 'second')).toBe('A second paragraph without a stop')
    expect(around(TEXT, 'spring.')).toBe('That is one spring.')
  })

  it('takes the sentence after a caret', () => {
    const caret = TEXT.indexOf('It looks')
    expect(sentenceAround(TEXT, { start: caret, end: caret }, 'en')).toEqual({ start: caret, end: caret + 29 })
  })

  it('knows the stops of other scripts', () => {
    expect(around('海はいつも手の甲に来る。手帳に書いた。', '手帳', 'ja')).toBe('手帳に書いた。')
    expect(around('هل جاء الماء؟ نعم جاء.', 'نعم', 'ar')).toBe('نعم جاء.')
  })

  it('does without a language, and with one that no runtime can read', () => {
    expect(around(TEXT, 'glass', null)).toBe('It looks like glass, he says.')
    expect(around(TEXT, 'glass', 'no_such_language!')).toBe('It looks like glass, he says.')
  })

  it('always holds what it was given, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.nat(), fc.nat(), (text, one, other) => {
        const start = Math.min(one, other) % (text.length + 1)
        const end = Math.max(start, Math.max(one, other) % (text.length + 1))
        const found = sentenceAround(text, { start, end }, null)
        expect(found.start).toBeLessThanOrEqual(start)
        expect(found.end).toBeGreaterThanOrEqual(end)
        expect(found.end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
