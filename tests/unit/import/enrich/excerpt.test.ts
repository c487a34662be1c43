import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf } from '../../../../src/main/import/enrich/excerpt.ts'

describe('An excerpt', () => {
  it('is the whole of a short body, on one line', () => {
    expect(excerptOf('\n\nOne.\n\nTwo  three.\n')).toBe('One. Two three.')
    expect(excerptOf('')).toBe('')
  })

  it('ends at a word, without punctuation before the ellipsis', () => {
    expect(excerptOf(`${'word '.repeat(38)}and, wordily longer than it should be`)).toBe(`${'word '.repeat(38)}and…`)
  })

  it('is cut between characters where there are no spaces', () => {
    const excerpt = excerptOf('市'.repeat(500))
    expect(excerpt).toBe(`${'市'.repeat(199)}…`)
    expect(excerptOf(`a${'😀'.repeat(300)}`).isWellFormed()).toBe(true)
  })

  it('is never longer than 200 and never breaks a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 100, maxLength: 600 }), (body) => {
        const excerpt = excerptOf(body)
        expect(excerpt.length).toBeLessThanOrEqual(200)
        expect(excerpt.isWellFormed()).toBe(true)
      }),
    )
  })
})
