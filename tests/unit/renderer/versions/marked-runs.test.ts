import { expect, test } from 'vitest'
import { compareTexts } from '../../../../src/shared/text/compare-texts.ts'
import type { AnnotationUid } from '../../../../src/shared/model/identity.ts'
import { markedRuns, type ComparedMarks } from '../../../../src/renderer/views/versions/marked-runs.ts'

const OLD = 'Head\n\nThe council wants a bridge of iron.\n\nIt begins in May.'
const NEW = 'Head\n\nThe council wants a bridge of stone.\n\nIt begins in May.'

const markOf = (text: string, words: string) => {
  const start = text.indexOf(words)
  return { uid: 'a' as AnnotationUid, color: 'blue', start, end: start + words.length } as const
}

function shown(marks: ComparedMarks): readonly string[] {
  return compareTexts(OLD, NEW).paragraphs.map((paragraph) => {
    const runs = markedRuns(paragraph, marks)
    expect(runs.map(({ text }) => text).join('')).toBe(paragraph.runs.map(({ text }) => text).join(''))
    return runs.map(({ kind, text, color }) => `${kind}${color === null ? '' : ` ${color}`}: ${text}`).join(' | ')
  })
}

test('words are marked as they lie in their own text: what went by the older one, the rest by the newer one', () => {
  const marks = { from: [markOf(OLD, 'bridge of iron')], to: [markOf(NEW, 'bridge of stone')] }
  expect(shown(marks)).toEqual([
    'same: Head',
    'same: The council wants a  | same blue: bridge of  | removed blue: iron | added blue: stone | same: .',
    'same: It begins in May.',
  ])
})

test('a highlight over paragraphs marks each of them, and none marks nothing', () => {
  expect(shown({ from: [], to: [markOf(NEW, 'stone.\n\nIt begins')] })).toEqual([
    'same: Head',
    'same: The council wants a bridge of  | removed: iron | added blue: stone | same blue: .',
    'same blue: It begins | same:  in May.',
  ])
  expect(shown({ from: [], to: [] }).join()).not.toContain('blue')
})
