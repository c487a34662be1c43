import { describe, expect, it } from 'vitest'
import { addHighlight } from '../../../src/main/archive/add-highlight.ts'
import { addArticleNote } from '../../../src/main/archive/edit-annotation.ts'
import { markAnnotations } from '../../../src/main/archive/mark-annotations.ts'
import { undoGesture } from '../../../src/main/archive/undo-gesture.ts'
import type { AnnotationUid } from '../../../src/shared/model/identity.ts'
import { anArchive } from '../../support/an-archive.ts'
import { unsteered } from '../../support/unsteered.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

const NOBODY = '01900000-0000-7000-8000-000000000000' as AnnotationUid

function world() {
  const archive = anArchive()
  const article = archive.addText('The bell rang at noon. It was loud.')
  const highlight = (quote: string) =>
    valueOf(
      addHighlight(archive.ports, 'window', {
        article,
        quote,
        prefix: '',
        suffix: '',
        color: 'yellow',
        note: null,
        tags: [],
        place: null,
      }),
    ).uid
  const note = valueOf(addArticleNote(archive.ports, 'window', { article, note: 'On bells.' })).uid
  const read = (uid: AnnotationUid) => archive.ports.reading.annotation(uid)
  return { ...archive, bell: highlight('bell'), noon: highlight('noon'), note, read }
}

describe('many annotations are marked at once', () => {
  it('with a pen and a tag, as one gesture that is undone whole', async () => {
    const { ports, bell, noon, note, read } = world()
    const marks = { color: 'blue', tag: { name: 'sound', present: true } } as const
    const done = valueOf(markAnnotations(ports, 'window', [bell, noon, note], marks))
    expect(done.annotations).toBe(3)
    expect(read(bell)).toMatchObject({ color: 'blue', tags: ['sound'] })
    expect(read(note)).toMatchObject({ color: null, tags: ['sound'] })
    valueOf(await undoGesture(ports, done.gesture, unsteered))
    expect(read(noon)).toMatchObject({ color: 'yellow', tags: [] })
    expect(read(note)?.tags).toEqual([])
  })

  it('counts only what changed, and is no gesture when nothing did', () => {
    const { ports, bell, noon } = world()
    valueOf(markAnnotations(ports, 'window', [bell], { color: 'blue', tag: null }))
    expect(valueOf(markAnnotations(ports, 'window', [bell, noon], { color: 'blue', tag: null })).annotations).toBe(1)
    expect(valueOf(markAnnotations(ports, 'window', [bell, noon], { color: 'blue', tag: null }))).toEqual({
      annotations: 0,
      gesture: null,
    })
  })

  it('takes a tag off, and does nothing at all when one of them is not there', () => {
    const { ports, bell, noon, read } = world()
    valueOf(markAnnotations(ports, 'window', [bell, noon], { color: null, tag: { name: 'sound', present: true } }))
    valueOf(markAnnotations(ports, 'window', [bell], { color: null, tag: { name: 'sound', present: false } }))
    expect([read(bell)?.tags, read(noon)?.tags]).toEqual([[], ['sound']])
    const refused = markAnnotations(ports, 'window', [bell, NOBODY], { color: 'green', tag: null })
    expect(errorOf(refused).code).toBe('archive/annotation-not-found')
    expect(read(bell)?.color).toBe('yellow')
  })
})
