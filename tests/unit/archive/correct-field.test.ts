import { describe, expect, it } from 'vitest'
import { correctField } from '../../../src/main/archive/correct-field.ts'
import { anArchive } from '../../support/an-archive.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

const STORY = 'A lamp is lit\n\nThe keeper lit the lamp at dusk.'

describe('correcting a fact by hand', () => {
  it.each(['2022', '2022-06', '2022-06-24'])('takes a date of the precision known: %s', (value) => {
    const { ports, addText } = anArchive()
    const article = addText(STORY)
    valueOf(correctField(ports, 'cli', { article, field: 'published', value }))
    expect(ports.reading.article(article)?.published).toBe(value)
  })

  it.each(['9999999', 'yesterday', '2022-13', '2022-02-30'])('refuses %s as a date and changes nothing', (value) => {
    const { ports, addText } = anArchive()
    const article = addText(STORY)
    expect(errorOf(correctField(ports, 'cli', { article, field: 'published', value })).code).toBe('archive/bad-date')
    expect(ports.reading.article(article)?.published).toBeNull()
  })

  it.each(['deutsch', 'E', 'en-GB!'])('refuses %s as a language', (value) => {
    const { ports, addText } = anArchive()
    const article = addText(STORY)
    const refused = correctField(ports, 'cli', { article, field: 'language', value })
    expect(errorOf(refused).code).toBe('archive/bad-language')
  })

  it('refuses a fact that no list could show, and takes the longest that an import would', () => {
    const { ports, addText } = anArchive()
    const article = addText(STORY)
    const long = { article, field: 'title', value: 'x'.repeat(5_001) } as const
    expect(errorOf(correctField(ports, 'cli', long))).toEqual({
      code: 'archive/fact-too-long',
      details: { field: 'title', length: 5_001, most: 5_000 },
    })
    const longest = 'x'.repeat(5_000)
    valueOf(correctField(ports, 'cli', { ...long, value: longest }))
    expect(ports.reading.article(article)?.title).toBe(longest)
  })

  it('takes an empty fact for none', () => {
    const { ports, addText } = anArchive()
    const article = addText(STORY)
    valueOf(correctField(ports, 'cli', { article, field: 'title', value: ' ' }))
    expect(ports.reading.article(article)?.title).toBeNull()
  })

  it('says "there is none" with null, and takes the correction back with nothing', () => {
    const { ports, addText } = anArchive()
    const article = addText(STORY)
    valueOf(correctField(ports, 'cli', { article, field: 'title', value: null }))
    expect(ports.reading.article(article)?.title).toBeNull()
    valueOf(correctField(ports, 'cli', { article, field: 'title', value: undefined }))
    expect(ports.reading.article(article)?.title).toBe('A lamp is lit')
  })
})
