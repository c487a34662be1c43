import { describe, expect, it } from 'vitest'
import { addHighlight } from '../../../src/main/archive/add-highlight.ts'
import { correctField } from '../../../src/main/archive/correct-field.ts'
import { deleteAnnotations, editAnnotation, tagAnnotation } from '../../../src/main/archive/edit-annotation.ts'
import {
  collectArticles,
  markArticles,
  tagArticles,
  trashArticles,
} from '../../../src/main/archive/organise-articles.ts'
import { listGestures, undoGesture } from '../../../src/main/archive/undo-gesture.ts'
import type { ArticleUid } from '../../../src/shared/model/identity.ts'
import { anArchive, aTextDraft, type TestArchive } from '../../support/an-archive.ts'
import { unsteered } from '../../support/unsteered.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

const STORY = `Harbour reopens after the storm

The harbour of the old town reopened on Monday after five days of gales.

Fishermen said the broken positions of the moles had been mended overnight.`

/** Everything a person could see of an article, to compare before and after. */
function seen({ ports }: TestArchive, uid: ArticleUid): unknown {
  const article = ports.reading.article(uid)
  return article === undefined ? undefined : { ...article, html: undefined }
}

function highlight(archive: TestArchive, uid: ArticleUid) {
  return valueOf(
    addHighlight(archive.ports, 'cli', {
      article: uid,
      quote: 'broken positions',
      prefix: '',
      suffix: '',
      place: null,
      color: 'green',
      note: 'mended when?',
      tags: ['weather'],
    }),
  )
}

describe('undoing a gesture', () => {
  const gestures: readonly (readonly [string, (archive: TestArchive, uid: ArticleUid) => unknown])[] = [
    ['a reading state', ({ ports }, uid) => markArticles(ports, 'cli', [uid], { state: 'read' })],
    ['a star', ({ ports }, uid) => markArticles(ports, 'cli', [uid], { starred: true })],
    ['a tag', ({ ports }, uid) => tagArticles(ports, 'cli', [uid], { name: 'sea', present: true })],
    ['a collection', ({ ports }, uid) => collectArticles(ports, 'cli', [uid], { path: ['A', 'B'], present: true })],
    ['the Trash', ({ ports }, uid) => trashArticles(ports, 'cli', [uid])],
    ['a corrected title', ({ ports }, uid) => correctField(ports, 'cli', { article: uid, field: 'title', value: 'X' })],
    ['a highlight with note and tag', (archive, uid) => highlight(archive, uid)],
  ]

  it.each(gestures)('takes %s back to exactly what was there', async (_, act) => {
    const archive = anArchive()
    const uid = archive.addText(STORY)
    const before = seen(archive, uid)
    act(archive, uid)
    expect(seen(archive, uid)).not.toEqual(before)
    valueOf(await undoGesture(archive.ports, null, unsteered))
    expect(seen(archive, uid)).toEqual(before)
  })

  it('brings a deleted highlight back with its note, tags and place', async () => {
    const archive = anArchive()
    const uid = archive.addText(STORY)
    const made = highlight(archive, uid)
    const before = seen(archive, uid)
    valueOf(deleteAnnotations(archive.ports, 'cli', [made.uid]))
    expect(archive.ports.reading.article(uid)?.annotations).toEqual([])
    valueOf(await undoGesture(archive.ports, null, unsteered))
    expect(seen(archive, uid)).toEqual(before)
  })

  it('takes several gestures back one by one, newest first, and then says there are no more', async () => {
    const archive = anArchive()
    const uid = archive.addText(STORY)
    const made = highlight(archive, uid)
    valueOf(editAnnotation(archive.ports, 'cli', made.uid, { note: 'second thought' }))
    valueOf(tagAnnotation(archive.ports, 'cli', made.uid, { name: 'storms', present: true }))
    valueOf(await undoGesture(archive.ports, null, unsteered))
    expect(archive.ports.reading.annotation(made.uid)?.tags).toEqual(['weather'])
    valueOf(await undoGesture(archive.ports, null, unsteered))
    expect(archive.ports.reading.annotation(made.uid)?.note).toBe('mended when?')
    valueOf(await undoGesture(archive.ports, null, unsteered))
    expect(archive.ports.reading.annotation(made.uid)).toBeUndefined()
    valueOf(await undoGesture(archive.ports, null, unsteered))
    expect(archive.ports.reading.article(uid)?.trashed).not.toBeNull()
    expect(errorOf(await undoGesture(archive.ports, null, unsteered)).code).toBe('archive/nothing-to-undo')
  })

  it('takes a bulk action back as one', async () => {
    const archive = anArchive()
    const uids = ['one', 'two', 'three'].map((word) => archive.addText(`Title ${word}\n\nA text about ${word}.`))
    valueOf(tagArticles(archive.ports, 'cli', uids, { name: 'numbers', present: true }))
    expect(valueOf(await undoGesture(archive.ports, null, unsteered)).changes).toBe(3)
    for (const uid of uids) expect(archive.ports.reading.article(uid)?.tags).toEqual([])
  })

  it('puts what an import added into the Trash as one gesture, and leaves what was there', async () => {
    const archive = anArchive()
    const kept = archive.addText(STORY)
    const { reports } = archive.bringIn(
      aTextDraft('One\n\nText one.'),
      aTextDraft(STORY),
      aTextDraft('Two\n\nText two.'),
    )
    expect(reports.map(({ outcome }) => outcome)).toEqual(['added', 'already', 'added'])
    const undone = valueOf(await undoGesture(archive.ports, null, unsteered))
    expect(undone.kinds).toContain('import')
    const trashed = reports.map(({ uid }) => archive.ports.reading.article(uid!)?.trashed !== null)
    expect(trashed).toEqual([true, false, true])
    expect(archive.ports.reading.article(kept)?.trashed).toBeNull()
  })

  it('has nothing to take back of an import that brought nothing new', async () => {
    const archive = anArchive()
    archive.addText(STORY)
    valueOf(await undoGesture(archive.ports, null, unsteered))
    const again = anArchive()
    again.addText(STORY)
    const before = listGestures(again.ports, 10).length
    again.bringIn(aTextDraft(STORY))
    expect(listGestures(again.ports, 10)).toHaveLength(before)
  })

  it('records nothing when nothing changed', () => {
    const archive = anArchive()
    const uid = archive.addText(STORY)
    const before = listGestures(archive.ports, 10).length
    valueOf(markArticles(archive.ports, 'cli', [uid], { state: 'unread' }))
    expect(listGestures(archive.ports, 10)).toHaveLength(before)
  })

  it('refuses to take a change back over a newer one made behind its back, and changes nothing', async () => {
    const archive = anArchive()
    const uid = archive.addText(STORY)
    valueOf(markArticles(archive.ports, 'cli', [uid], { state: 'read' }))
    archive.connection.database.prepare("UPDATE article SET state = 'reading' WHERE uid = ?").run(uid)
    expect(errorOf(await undoGesture(archive.ports, null, unsteered)).code).toBe('archive/undo-conflict')
    expect(archive.ports.reading.article(uid)?.state).toBe('reading')
  })
})
