import { describe, expect, it } from 'vitest'
import { addHighlight } from '../../../../src/main/archive/add-highlight.ts'
import { deleteForEver } from '../../../../src/main/archive/delete-for-ever.ts'
import { addArticleNote, deleteAnnotations, editAnnotation } from '../../../../src/main/archive/edit-annotation.ts'
import { findNotes } from '../../../../src/main/archive/find-notes.ts'
import { trashArticles } from '../../../../src/main/archive/organise-articles.ts'
import { correctField } from '../../../../src/main/archive/correct-field.ts'
import { undoGesture } from '../../../../src/main/archive/undo-gesture.ts'
import { joinSearch } from '../../../../src/main/core/join-search.ts'
import { createBrowsing } from '../../../../src/main/storage/reading/browsing.ts'
import { createSafekeeping } from '../../../../src/main/storage/safekeeping.ts'
import type { AnnotationUid, ArticleUid } from '../../../../src/shared/model/identity.ts'
import type { NoteListRequest } from '../../../../src/shared/model/note-list.ts'
import { writeNoteLink } from '../../../../src/shared/text/note-links.ts'
import { anArchive } from '../../../support/an-archive.ts'
import { stillClock } from '../../../support/still-clock.ts'
import { unsteered } from '../../../support/unsteered.ts'
import { valueOf } from '../../../support/value-of.ts'

const NOBODY = '01900000-0000-7000-8000-000000000000'

/** Two articles; a note on the bell links to the lamp and to its highlight. */
function world() {
  const archive = anArchive()
  const bell = archive.addText('The bell\n\nThe bell rang at noon. It was loud.')
  const lamp = archive.addText('The lamp\n\nA light is a promise, she said, and went.')
  const wanted = {
    quote: 'A light is a promise',
    prefix: '',
    suffix: '',
    color: 'blue',
    place: null,
    tags: [],
  } as const
  const light = valueOf(addHighlight(archive.ports, 'window', { ...wanted, article: lamp, note: null })).uid
  const note = (words: string) => valueOf(addArticleNote(archive.ports, 'window', { article: bell, note: words })).uid
  const browsing = createBrowsing(archive.connection.database, archive.connection.file)
  const search = joinSearch(archive.connection.database, stillClock)
  const listed = (request: NoteListRequest) =>
    valueOf(findNotes({ attempt: archive.ports.attempt, browsing, search }, request))
  return { ...archive, bell, lamp, light, note, browsing, listed }
}

const to = (article: ArticleUid, annotation: AnnotationUid | null = null) =>
  writeNoteLink('there', { article, annotation })

describe('links of notes', () => {
  it('are read from both ends, and their words outlive another title', () => {
    const { ports, bell, lamp, light, note, browsing } = world()
    const from = note(`Compare ${to(lamp)} with ${to(lamp, light)}, and ${to(lamp, light)} again.`)
    valueOf(correctField(ports, 'window', { article: lamp, field: 'title', value: 'Another title' }))
    const { links, backLinks } = browsing.links(bell)
    expect(backLinks).toEqual([])
    expect(links.map(({ words, place }) => [words, place.status])).toEqual(Array(3).fill(['there', 'here']))
    expect(links[1]).toMatchObject({
      from,
      place: { quote: 'A light is a promise', article: { title: 'Another title' } },
    })
    const back = browsing.links(lamp).backLinks
    expect(back.map((one) => one.to).toSorted()).toEqual([null, light].toSorted())
    expect(back[0]).toMatchObject({ from, quote: null, note: 'Compare there with there, and there again.' })
    expect(back[0]?.article.uid).toBe(bell)
  })

  it('follow what is written: an edit, its undo, a deletion and its undo', async () => {
    const { ports, lamp, note, browsing } = world()
    const back = () => browsing.links(lamp).backLinks.length
    const uid = note(to(lamp))
    expect(back()).toBe(1)
    valueOf(editAnnotation(ports, 'window', uid, { note: 'No link.' }))
    expect(back()).toBe(0)
    valueOf(await undoGesture(ports, null, unsteered))
    expect(back()).toBe(1)
    valueOf(deleteAnnotations(ports, 'window', [uid]))
    expect(back()).toBe(0)
    valueOf(await undoGesture(ports, null, unsteered))
    expect(back()).toBe(1)
  })

  it('say what has become of their end: in the Trash, deleted, never there', async () => {
    const { ports, bell, lamp, light, note, browsing } = world()
    note(`${to(lamp)} ${to(lamp, light)} ${to(NOBODY as ArticleUid)}`)
    const ends = () =>
      browsing.links(bell).links.map(({ place }) => (place.status === 'gone' ? place.what : place.status))
    valueOf(trashArticles(ports, 'window', [lamp]))
    expect(ends()).toEqual(['trashed', 'trashed', 'article'])
    valueOf(await undoGesture(ports, null, unsteered))
    valueOf(deleteAnnotations(ports, 'window', [light]))
    expect(ends()).toEqual(['here', 'annotation', 'article'])
    valueOf(trashArticles(ports, 'window', [lamp]))
    valueOf(await deleteForEver(ports, [lamp], unsteered))
    expect(ends()).toEqual(['article', 'article', 'article'])
  })

  it('stand with the very note that they lead to, in the list of notes', () => {
    const { lamp, light, note, listed } = world()
    const from = note(`${to(lamp)} ${to(lamp, light)}`)
    const all = { text: '', colors: [], tag: null, collection: [], group: 'article', limit: 9, offset: 0 } as const
    const rows = listed(all).rows.map(({ annotation, backLinks }) => [annotation.uid, backLinks.map((one) => one.from)])
    expect(Object.fromEntries(rows)).toEqual({ [light]: [from], [from]: [] })
  })

  it('of an article in the Trash are no back-links', () => {
    const { ports, bell, lamp, note, browsing } = world()
    note(to(lamp))
    valueOf(trashArticles(ports, 'window', [bell]))
    expect(browsing.links(lamp).backLinks).toEqual([])
  })

  it('to one that names the highlight of another article lead to nothing', () => {
    const { bell, light, browsing } = world()
    expect(browsing.linkedPlaces([{ article: bell, annotation: light }])).toEqual([
      { status: 'gone', what: 'annotation' },
    ])
  })

  it('are looked up by the index, never by reading every note', () => {
    const { connection } = world()
    const plan = connection.database
      .prepare<[], { readonly detail: string }>(
        `EXPLAIN QUERY PLAN SELECT n.uid FROM note_link k JOIN annotation n ON n.id = k.annotation WHERE k.target_article = 'x'`,
      )
      .all()
      .map(({ detail }) => detail)
    expect(plan.join('\n')).toContain('note_link_target')
    expect(plan.join('\n')).not.toMatch(/SCAN/)
  })
})

describe('what can be linked to', () => {
  it('is found by words of the title: highlights by those of their article, when it is asked for', () => {
    const { light, listed } = world()
    const all = { colors: [], tag: null, collection: [], group: 'month', limit: 9, offset: 0 } as const
    const found = (text: string, titles: { readonly titles?: true } = {}) =>
      listed({ ...all, ...titles, text }).rows.map(({ annotation }) => annotation.uid)
    expect(found('lamp promise')).toEqual([])
    expect(found('lamp promise', { titles: true })).toEqual([light])
    expect(found('bell promise', { titles: true })).toEqual([])
  })

  it('notes are narrowed by what a query says of their articles', () => {
    const { light, note, listed } = world()
    const other = note('A promise of the bell.')
    const all = { colors: [], tag: null, collection: [], group: 'month', limit: 9, offset: 0 } as const
    const found = (text: string) =>
      listed({ ...all, text })
        .rows.map(({ annotation }) => annotation.uid)
        .toSorted()
    expect(found('promise')).toEqual([light, other].toSorted())
    expect(found('promise title:lamp')).toEqual([light])
    expect(found('promise -title:lamp')).toEqual([other])
    expect(found('title:bell')).toEqual([other])
    expect(found('promise lang:xx')).toEqual([])
    expect(found('"of the bell"')).toEqual([other])
  })

  it('is found while the last word of a title is typed, and not by the text', () => {
    const { connection, lamp } = world()
    const search = joinSearch(connection.database, stillClock)
    const found = (query: string) => search.typing({ query, limit: 6 }).hits.map(({ uid }) => uid)
    expect(found('title:the title:lam')).toEqual([lamp])
    expect(found('title:la')).toEqual([lamp])
    expect(found('title:promise')).toEqual([])
  })
})

describe('the index of links', () => {
  it('is checked by verify and made again by a rebuild', () => {
    const { ports, connection, lamp, note, browsing } = world()
    const uid = note(to(lamp))
    const damaged = () =>
      createSafekeeping(connection).verify(
        () => '',
        () => undefined,
      ).damaged
    const ofLinks = () => damaged().filter(({ reason }) => reason.includes('links'))
    expect(ofLinks()).toEqual([])
    connection.database.exec('DELETE FROM note_link')
    expect(browsing.links(lamp).backLinks).toEqual([])
    expect(ofLinks()).toEqual([{ kind: 'listing', uid, reason: 'the index of links differs from the note' }])
    connection.transact((unit) => {
      ports.reading.rebuildLinks(unit)
    })
    expect(ofLinks()).toEqual([])
    expect(browsing.links(lamp).backLinks).toHaveLength(1)
  })

  it('does not have notes found by the words of an address', () => {
    const { ports, connection, lamp, note } = world()
    note(`Compare ${to(lamp)}.`)
    const found = (word: string) =>
      connection.database.prepare('SELECT rowid FROM search_note WHERE search_note MATCH ?').all(word).length
    expect(ports.index.has(valueOfId(ports, lamp))).toBe(true)
    expect([found('offprint'), found('articl'), found('article')]).toEqual([0, 0, 0])
    expect(found('compar') + found('compare')).toBeGreaterThan(0)
  })
})

function valueOfId(ports: ReturnType<typeof anArchive>['ports'], uid: ArticleUid) {
  const id = ports.organising.articleIdOf(uid)
  if (id === undefined) throw new Error('no such article')
  return id
}
