import { describe, expect, it } from 'vitest'
import type { AnnotationUid } from '../../../../src/shared/model/identity.ts'
import { createTextBridge } from '../../../../src/renderer/reader/pdf/place-marks.ts'

/** The article as the import reads it: lines joined, the running head left out. */
const ARTICLE = 'The weir was never given. A key hung on a nail.\nThe weir was never sold. It was shared.'
const PDF =
  'HARROWMERE\nThe weir was\nnever given. A key hung\non a nail.\n\nHARROWMERE\nThe weir was\nnever sold. It was shared.\n'

const bridge = createTextBridge(ARTICLE, PDF)
const inPdf = (words: string, from = 0) => {
  const start = ARTICLE.indexOf(words, from)
  const mark = { uid: 'm' as AnnotationUid, color: 'yellow' as const, start, end: start + words.length }
  return bridge.toPdf([mark]).map((place) => PDF.slice(place.start, place.end))
}

describe('passages of an article on the pages of its PDF', () => {
  it('are found over the ends of lines', () => {
    expect(inPdf('A key hung on a nail.')).toEqual(['A key hung\non a nail.'])
  })

  it('of words that stand several times, the ones meant', () => {
    const second = 'The weir was'
    const start = ARTICLE.lastIndexOf(second)
    const [place] = bridge.toPdf([{ uid: 'm' as AnnotationUid, color: 'yellow', start, end: start + second.length }])
    expect(place?.start).toBe(PDF.lastIndexOf('The weir was'))
  })

  it('what is selected on a page becomes a passage of the article', () => {
    const words = 'never given. A key hung\non a nail.'
    const start = PDF.indexOf(words)
    const found = bridge.toArticle({ start, end: start + words.length })
    expect(found && ARTICLE.slice(found.start, found.end)).toBe('never given. A key hung on a nail.')
  })

  it('what the import left out is none of it', () => {
    expect(bridge.toArticle({ start: 0, end: 'HARROWMERE'.length })).toBeNull()
  })

  it('a passage that is only alike is another passage', () => {
    const article = `${ARTICLE}\nThe council met on 3 May 1950 and voted to rebuild the eastern quay before winter.`
    const pdf = `${PDF}\nThe council met on 9 June 1952 and voted to abandon the western quay before winter.`
    const start = pdf.indexOf('The council')
    expect(createTextBridge(article, pdf).toArticle({ start, end: pdf.length })).toBeNull()
  })

  it('a word parted at the end of a line is the same word', () => {
    const pdf = PDF.replace('shared', 'sha-\nred')
    const start = pdf.indexOf('It was')
    const found = createTextBridge(ARTICLE, pdf).toArticle({ start, end: pdf.length - 1 })
    expect(found && ARTICLE.slice(found.start, found.end)).toBe('It was shared.')
  })
})
