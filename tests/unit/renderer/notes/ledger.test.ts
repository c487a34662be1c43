import { describe, expect, it } from 'vitest'
import type { NoteRow } from '../../../../src/shared/model/note-list.ts'
import { citeNotes } from '../../../../src/renderer/views/notes/cite-notes.ts'
import { countSelected, groupAround, groupState, ledgerLine } from '../../../../src/renderer/views/notes/ledger.ts'
import { aNoteArticle, aNoteRow } from './a-note.ts'

const rows = new Map<number, NoteRow>(
  ['dust 1', 'dust 2', 'weir 3', 'nori 4'].map((name, index) => [index, aNoteRow(name.split(' ')[0]!, name)]),
)
const groups = new Map([
  ['dust', { key: 'dust', shown: 2 }],
  ['weir', { key: 'weir', shown: 4 }],
])

describe('notes stand in groups', () => {
  it('with a heading over the first note of each', () => {
    const heads = [0, 1, 2, 3, 4].map((index) => {
      const line = ledgerLine(index, rows)
      return line.kind === 'note' ? line.heads : 'unknown'
    })
    expect(heads).toEqual([true, false, true, true, 'unknown'])
  })

  it('a group reaches as far as its count says, loaded or not', () => {
    expect(groupAround(1, rows, groups)).toEqual({ from: 0, until: 2 })
    expect(groupAround(2, rows, groups)).toEqual({ from: 2, until: 6 })
    expect(groupAround(99, rows, groups)).toEqual({ from: 99, until: 99 })
  })

  it('a selected note counts under its article, its pen, and each of its tags', () => {
    const one = aNoteRow('dust', 'a', { tags: ['ice', 'dating'] })
    const other = aNoteRow('dust', 'b', { color: null, quote: null })
    const selected = new Map([one, other].map((row) => [row.annotation.uid, row]))
    expect([...countSelected(selected, 'article')]).toEqual([['dust', 2]])
    expect([...countSelected(selected, 'tag')]).toEqual([
      ['ice', 1],
      ['dating', 1],
      ['', 1],
    ])
    expect([...countSelected(selected, 'pen')]).toEqual([
      ['yellow', 1],
      ['none', 1],
    ])
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
