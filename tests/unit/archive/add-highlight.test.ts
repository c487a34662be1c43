import { describe, expect, it } from 'vitest'
import { addHighlight } from '../../../src/main/archive/add-highlight.ts'
import type { NewHighlight } from '../../../src/shared/model/annotation.ts'
import type { ArticleUid } from '../../../src/shared/model/identity.ts'
import { anArchive } from '../../support/an-archive.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

const STORY = 'Two bells\n\nThe bell rang at noon. Then the bell rang again.\n\nIt was “quite loud” — they said.'

function wanting(article: ArticleUid, quote: string, rest: Partial<NewHighlight> = {}): NewHighlight {
  return { article, quote, prefix: '', suffix: '', color: 'yellow', note: null, tags: [], place: null, ...rest }
}

describe('highlighting a passage by its words', () => {
  it('anchors it with 32 characters of context on either side', () => {
    const { ports, addText } = anArchive()
    const made = valueOf(addHighlight(ports, 'cli', wanting(addText(STORY), 'rang at noon')))
    expect(made.quote?.exact).toBe('rang at noon')
    expect(made.quote?.suffix.startsWith('. Then the bell rang again.')).toBe(true)
    expect(made.quote?.suffix).toHaveLength(32)
    expect(made.anchors[0]).toMatchObject({ strategy: 'quote', score: 1, status: 'placed' })
  })

  it('finds it with other quotation marks and dashes, and keeps the words of the text', () => {
    const { ports, addText } = anArchive()
    const made = valueOf(addHighlight(ports, 'cli', wanting(addText(STORY), '"quite loud" - they')))
    expect(made.quote?.exact).toBe('“quite loud” — they')
  })

  it('refuses a passage that stands several times, and lists the places', () => {
    const { ports, addText } = anArchive()
    const error = errorOf(addHighlight(ports, 'cli', wanting(addText(STORY), 'bell rang')))
    expect(error).toMatchObject({ code: 'archive/quote-ambiguous', details: { count: 2 } })
    expect(error.details['places']).toHaveLength(2)
  })

  it('takes the one that the given context decides', () => {
    const { ports, addText } = anArchive()
    const made = valueOf(addHighlight(ports, 'cli', wanting(addText(STORY), 'bell rang', { suffix: ' again' })))
    expect(made.quote?.suffix.startsWith(' again')).toBe(true)
  })

  it.each([
    ['a passage that is not there', 'never written', 'archive/quote-not-found'],
    ['an empty passage', '', 'archive/quote-not-found'],
  ])('refuses %s and adds nothing', (_, quote, code) => {
    const { ports, addText } = anArchive()
    const uid = addText(STORY)
    expect(errorOf(addHighlight(ports, 'cli', wanting(uid, quote))).code).toBe(code)
    expect(ports.reading.article(uid)?.annotations).toEqual([])
  })

  it('refuses an article that is not there', () => {
    const { ports } = anArchive()
    const nobody = '0190a000-0000-7000-8000-ffffffffffff' as ArticleUid
    expect(errorOf(addHighlight(ports, 'cli', wanting(nobody, 'x'))).code).toBe('archive/article-not-found')
  })
})
