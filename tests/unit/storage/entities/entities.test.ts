import { describe, expect, it } from 'vitest'
import type { EntityKind, EntityValues } from '../../../../src/main/archive/ports/entities.ts'
import type { ArticleUid, Uid } from '../../../../src/shared/model/identity.ts'
import { aDatabase, type TestDatabase } from '../../../support/a-database.ts'
import { anInstant, aUid, TEST_NOW } from '../../../support/an-article.ts'

const LATER = anInstant('2026-12-01T00:00:00.000Z')
const times = { created: TEST_NOW, changed: TEST_NOW }

function put<Kind extends EntityKind>(
  { entities, write }: TestDatabase,
  kind: Kind,
  subject: string,
  value: EntityValues[Kind] | null,
): void {
  write((unit) => {
    entities.write(unit, kind, subject, value)
  })
}

function changedAt({ database }: TestDatabase, article: ArticleUid): unknown {
  return database.prepare('SELECT changed_at FROM article WHERE uid = ?').pluck().get(article)
}

function tombstones({ database }: TestDatabase): unknown[] {
  return database.prepare(`SELECT kind || ' ' || uid FROM tombstone ORDER BY kind, uid`).pluck().all()
}

function aNoteOn(article: ArticleUid): EntityValues['annotation'] {
  return { article, rendition: null, quote: null, color: null, note: 'note', ...times, anchors: [] }
}

/** An article under a tag and a collection, with a note under the same tag. */
function anOrganisedArticle(test: TestDatabase): ArticleUid {
  const { uid } = test.store()
  put(test, 'tag', 'tag', { name: 'Tag', ...times })
  put(test, 'collection', 'top', { parent: null, name: 'Top', position: 0, ...times })
  put(test, 'collection', 'sub', { parent: 'top' as Uid, name: 'Sub', position: 0, ...times })
  put(test, 'annotation', 'note', aNoteOn(uid))
  put(test, 'article-tag', `${uid}/tag`, { uid: 'at' as Uid, ...times })
  put(test, 'annotation-tag', 'note/tag', { uid: 'nt' as Uid, ...times })
  put(test, 'article-collection', `${uid}/sub`, { uid: 'ac' as Uid, ...times })
  test.clock.now = LATER
  return uid
}

describe('the time of change of an article moves', () => {
  const moving: readonly (readonly [string, (test: TestDatabase, uid: ArticleUid) => void])[] = [
    [
      'with its marks',
      (test, uid) => {
        put(test, 'article', uid, { state: 'read', starred: true, trashed: null })
      },
    ],
    [
      'with a corrected fact',
      (test, uid) => {
        put(test, 'override', `${uid}/title`, { uid: aUid(), value: 'T', ...times })
      },
    ],
    [
      'with a note changed',
      (test, uid) => {
        put(test, 'annotation', 'note', { ...aNoteOn(uid), note: 'other' })
      },
    ],
    [
      'with a note deleted',
      (test) => {
        put(test, 'annotation', 'note', null)
      },
    ],
    [
      'with a tag taken off',
      (test, uid) => {
        put(test, 'article-tag', `${uid}/tag`, null)
      },
    ],
    [
      'with a tag taken off its note',
      (test) => {
        put(test, 'annotation-tag', 'note/tag', null)
      },
    ],
    [
      'when taken out of a collection',
      (test, uid) => {
        put(test, 'article-collection', `${uid}/sub`, null)
      },
    ],
    [
      'when a tag it bears is deleted',
      (test) => {
        put(test, 'tag', 'tag', null)
      },
    ],
    [
      'when a collection above it is deleted',
      (test) => {
        put(test, 'collection', 'top', null)
      },
    ],
  ]
  it.each(moving)('%s', (_title, act) => {
    const test = aDatabase()
    const uid = anOrganisedArticle(test)
    const other = test.store().uid
    test.clock.now = anInstant('2026-12-02T00:00:00.000Z')
    expect(changedAt(test, uid)).toBe(TEST_NOW)
    act(test, uid)
    expect(changedAt(test, uid)).toBe(test.clock.now)
    expect(changedAt(test, other)).toBe(LATER)
  })

  it('but not when a tag it bears is renamed', () => {
    const test = aDatabase()
    const uid = anOrganisedArticle(test)
    put(test, 'tag', 'tag', { name: 'New name', ...times })
    expect(changedAt(test, uid)).toBe(TEST_NOW)
  })
})

describe('deleting takes along, each with a tombstone', () => {
  it('a tag: its memberships', () => {
    const test = aDatabase()
    anOrganisedArticle(test)
    put(test, 'tag', 'tag', null)
    expect(tombstones(test)).toEqual(['annotation-tag nt', 'article-tag at', 'tag tag'])
    expect(test.entities.read('annotation-tag', 'note/tag')).toBeNull()
  })

  it('a collection: what lies below it and the memberships there', () => {
    const test = aDatabase()
    anOrganisedArticle(test)
    put(test, 'collection', 'top', null)
    expect(tombstones(test)).toEqual(['article-collection ac', 'collection sub', 'collection top'])
    expect(test.entities.read('collection', 'sub')).toBeNull()
  })

  it('an annotation: its tags', () => {
    const test = aDatabase()
    anOrganisedArticle(test)
    put(test, 'annotation', 'note', null)
    expect(tombstones(test)).toEqual(['annotation note', 'annotation-tag nt'])
  })

  it('nothing when nothing was there', () => {
    const test = aDatabase()
    put(test, 'tag', 'never', null)
    expect(tombstones(test)).toEqual([])
  })
})

it('a membership put back under another uid leaves a tombstone for the one it replaces', () => {
  const test = aDatabase()
  const uid = anOrganisedArticle(test)
  put(test, 'article-tag', `${uid}/tag`, { uid: 'newer' as Uid, ...times })
  expect(tombstones(test)).toEqual(['article-tag at'])
})

describe('names', () => {
  it('of tags are one when they fold to one, whatever their case and Unicode form', () => {
    const test = aDatabase()
    put(test, 'tag', 'one', { name: 'Café', ...times })
    expect(() => {
      put(test, 'tag', 'two', { name: 'CAFE\u0301', ...times })
    }).toThrow('archive/bad-name')
    put(test, 'tag', 'one', { name: 'CAFÉ', ...times })
    expect(test.organising.findTag('café')).toBe('one')
    expect(test.organising.findTag('cafe')).toBeUndefined()
  })

  it('of collections may repeat under different parents only', () => {
    const test = aDatabase()
    anOrganisedArticle(test)
    put(test, 'collection', 'deep', { parent: 'sub' as Uid, name: 'Sub', position: 0, ...times })
    expect(() => {
      put(test, 'collection', 'again', { parent: 'sub' as Uid, name: 'SUB', position: 1, ...times })
    }).toThrow('archive/bad-name')
    expect(test.organising.findCollection('sub' as Uid, 'sUb')).toBe('deep')
    expect(test.organising.findCollection(null, 'Sub')).toBeUndefined()
    expect(test.organising.findCollection(null, 'top')).toBe('top')
  })
})

describe('what cannot be is refused', () => {
  it('a collection inside itself', () => {
    const test = aDatabase()
    anOrganisedArticle(test)
    expect(() => {
      put(test, 'collection', 'top', { parent: 'sub' as Uid, name: 'Top', position: 0, ...times })
    }).toThrow(/contain itself/)
  })

  it('an entity of an article that is gone, as an expected failure', () => {
    const test = aDatabase()
    anOrganisedArticle(test)
    const gone = aUid()
    for (const act of [
      () => {
        put(test, 'override', `${gone}/title`, { uid: aUid(), value: 'T', ...times })
      },
      () => {
        put(test, 'annotation', 'n', aNoteOn(gone))
      },
      () => {
        put(test, 'article-tag', `${gone}/tag`, { uid: aUid(), ...times })
      },
      () => {
        put(test, 'article', gone, { state: 'read', starred: false, trashed: null })
      },
    ]) {
      expect(act).toThrow('archive/article-not-found')
    }
  })

  it('deleting an article by writing null, a fact that cannot be corrected, a subject of no shape', () => {
    const test = aDatabase()
    const uid = anOrganisedArticle(test)
    expect(() => {
      put(test, 'article', uid, null)
    }).toThrow(/purge-article/)
    expect(() => test.entities.read('override', `${uid}/words`)).toThrow(/words/)
    expect(() => test.entities.read('article-tag', uid)).toThrow(/subject/)
  })
})

it('new collections come after their last sibling', () => {
  const test = aDatabase()
  expect(test.organising.nextCollectionPosition(null)).toBe(0)
  put(test, 'collection', 'top', { parent: null, name: 'Top', position: 4, ...times })
  expect(test.organising.nextCollectionPosition(null)).toBe(5)
  expect(test.organising.nextCollectionPosition('top' as Uid)).toBe(0)
})
