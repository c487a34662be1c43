import { describe, expect, it } from 'vitest'
import {
  collectArticles,
  markArticles,
  restoreArticles,
  tagArticles,
  trashArticles,
} from '../../../src/main/archive/organise-articles.ts'
import { listGestures } from '../../../src/main/archive/undo-gesture.ts'
import type { ArticleUid } from '../../../src/shared/model/identity.ts'
import { anArchive } from '../../support/an-archive.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

const NOBODY = '01900000-0000-7000-8000-000000000000' as ArticleUid

function world() {
  const archive = anArchive()
  const [tea, coffee] = [archive.addText('Tea is grown on hills.'), archive.addText('Coffee is grown on plains.')]
  const read = (uid: ArticleUid) => archive.ports.reading.article(uid)
  const gestures = () => listGestures(archive.ports, 100).filter(({ actor }) => actor === 'cli').length
  return { ...archive, tea, coffee, read, gestures }
}

describe('a bulk action', () => {
  it('counts the articles it changed, and is no gesture when there are none', () => {
    const { ports, tea, coffee, read, gestures } = world()
    expect(valueOf(markArticles(ports, 'cli', [tea], { starred: true }))).toMatchObject({ articles: 1 })
    expect(valueOf(markArticles(ports, 'cli', [tea, coffee], { starred: true }))).toMatchObject({ articles: 1 })
    expect(valueOf(markArticles(ports, 'cli', [tea, coffee], { starred: true }))).toEqual({
      articles: 0,
      gesture: null,
    })
    expect(read(coffee)).toMatchObject({ starred: true, state: 'unread' })
    expect(gestures()).toBe(2)
  })

  it('is done whole or not at all', () => {
    const { ports, tea, read, gestures } = world()
    const refused = markArticles(ports, 'cli', [tea, NOBODY], { state: 'read' })
    expect(errorOf(refused)).toEqual({ code: 'archive/article-not-found', details: { uid: NOBODY } })
    expect(read(tea)?.state).toBe('unread')
    expect(gestures()).toBe(0)
  })

  it('keeps the moment when an article first went to the Trash, and brings it back', () => {
    const { ports, tea, coffee, read } = world()
    valueOf(trashArticles(ports, 'cli', [tea]))
    const trashed = read(tea)?.trashed
    expect(valueOf(trashArticles(ports, 'cli', [tea, coffee]))).toMatchObject({ articles: 1 })
    expect(read(tea)?.trashed).toBe(trashed)
    expect(valueOf(restoreArticles(ports, 'cli', [tea]))).toMatchObject({ articles: 1 })
    expect(read(tea)?.trashed).toBeNull()
  })
})

describe('tags and collections', () => {
  it('are made when missing, once, whatever the case and blanks of their names', () => {
    const { ports, tea, coffee, read, connection } = world()
    valueOf(tagArticles(ports, 'cli', [tea], { name: ' Hills ', present: true }))
    expect(valueOf(tagArticles(ports, 'cli', [tea, coffee], { name: 'hills', present: true }))).toMatchObject({
      articles: 1,
    })
    valueOf(collectArticles(ports, 'cli', [tea], { path: ['Work', 'War'], present: true }))
    valueOf(collectArticles(ports, 'cli', [coffee], { path: ['work', 'Peace'], present: true }))
    expect(read(coffee)).toMatchObject({ tags: ['Hills'], collections: ['Work/Peace'] })
    expect(connection.database.prepare('SELECT name FROM collection ORDER BY id').pluck().all()).toEqual([
      'Work',
      'War',
      'Peace',
    ])
  })

  it('are taken from those that have them, and only from those', () => {
    const { ports, tea, coffee, read } = world()
    valueOf(tagArticles(ports, 'cli', [tea], { name: 'Hills', present: true }))
    expect(valueOf(tagArticles(ports, 'cli', [tea, coffee], { name: 'Hills', present: false }))).toMatchObject({
      articles: 1,
    })
    expect(read(tea)?.tags).toEqual([])
  })

  it.each<[string, readonly string[]]>([
    ['an empty path', []],
    ['a step of blanks', ['Work', '  ']],
  ])('are refused for %s, and nothing is made', (_, path) => {
    const { ports, tea, connection } = world()
    expect(errorOf(collectArticles(ports, 'cli', [tea], { path, present: true })).code).toBe('archive/bad-name')
    expect(errorOf(tagArticles(ports, 'cli', [tea], { name: ' ', present: true })).code).toBe('archive/bad-name')
    expect(connection.database.prepare('SELECT count(*) FROM collection').pluck().get()).toBe(0)
  })
})
