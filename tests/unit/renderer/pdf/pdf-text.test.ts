import { describe, expect, it } from 'vitest'
import { joinPages } from '../../../../src/renderer/reader/pdf/pdf-text.ts'

const run = (words: string, endsLine = true) => ({ words, endsLine })
const pdf = joinPages([
  [run('Counted from', false), run(''), run(' the top,')],
  [run('the bands are'), run('a calendar.')],
])

describe('the words of a PDF', () => {
  it('are one text, with a line for a line and an empty one between pages', () => {
    expect(pdf.text).toBe('Counted from\n the top,\n\nthe bands are\na calendar.\n\n')
  })

  it('a passage lies in runs, also across pages', () => {
    const start = pdf.text.indexOf('top')
    const end = pdf.text.indexOf('are') + 'are'.length
    expect(pdf.stretchesOf({ start, end })).toEqual([
      { page: 0, run: 2, start: 5, end: 9 },
      { page: 1, run: 0, start: 0, end: 13 },
    ])
    expect(pdf.stretchesOf({ start: 0, end: 0 })).toEqual([])
  })

  it('a place in a run is a place in the text, and back', () => {
    const offset = pdf.offsetOf(1, 1, 2) ?? -1
    expect(pdf.text.slice(offset, offset + 8)).toBe('calendar')
    expect(pdf.stretchesOf({ start: offset, end: offset + 8 })).toEqual([{ page: 1, run: 1, start: 2, end: 10 }])
    expect(pdf.offsetOf(7, 0, 0)).toBeNull()
  })
})
