import { describe, expect, it } from 'vitest'
import type { NoteArticle, NoteRow } from '../../../../src/shared/model/note-list.ts'
import { citeNotes } from '../../../../src/renderer/views/notes/cite-notes.ts'
import { groupAround, groupState, ledgerLine } from '../../../../src/renderer/views/notes/ledger.ts'
import { aNoteArticle, aNoteRow } from './a-note.ts'

const rows = new Map<number, NoteRow>(
  ['dust 1', 'dust 2', 'weir 3', 'nori 4'].map((name, index) => [index, aNoteRow(name.split(' ')[0]!, name)]),
)
const articles = new Map<NoteArticle['uid'], NoteArticle>(
  [aNoteArticle('dust', { shown: 2, notes: 7 }), aNoteArticle('weir', { shown: 4 }), aNoteArticle('nori')].map(
    (article) => [article.uid, article],
  ),
)

describe('notes are grouped by article', () => {
  it('with a heading over the first note of each', () => {
    const heads = [0, 1, 2, 3, 4].map((index) => {
      const line = ledgerLine(index, rows, articles)
      return line.kind === 'note' ? (line.heads?.title ?? null) : 'unknown'
    })
    expect(heads).toEqual(['The dust', null, 'The weir', 'The nori', 'unknown'])
  })

  it('a group reaches as far as its count says, loaded or not', () => {
    expect(groupAround(1, rows, articles)).toEqual({ from: 0, until: 2 })
    expect(groupAround(2, rows, articles)).toEqual({ from: 2, until: 6 })
    expect(groupAround(99, rows, articles)).toEqual({ from: 99, until: 99 })
  })

  it('and is selected wholly, partly or not', () => {
    expect([groupState(0, 3), groupState(2, 3), groupState(3, 3)]).toEqual(['none', 'some', 'all'])
  })
})

describe('notes are copied with their citations', () => {
  it('quotation, source, own words', () => {
    const article = aNoteArticle('dust', { title: 'What the dust remembers' })
    const one = aNoteRow('dust', 'a', {
      quote: { exact: 'Counted from the top,\n the bands are a calendar.', prefix: '', suffix: '' },
      note: 'For chapter 3.',
    })
    const other = aNoteRow('dust', 'b', { quote: null, color: null, note: 'On the whole.' })
    const bare = aNoteArticle('x', { title: null, byline: null, publication: null, published: null })
    expect(
      citeNotes(
        [
          { row: one, article },
          { row: other, article: bare },
        ],
        'en',
      ),
    ).toBe(
      [
        '“Counted from the top, the bands are a calendar.”',
        '— Maren Lindqvist, “What the dust remembers”, Firn & Field, 14 May 2023',
        'For chapter 3.',
        '',
        '— “Untitled”',
        'On the whole.',
      ].join('\n'),
    )
  })
})
