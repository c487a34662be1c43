import type { Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createReadRows } from '../../../../src/main/storage/reading/read-rows.ts'
import { createReadTexts } from '../../../../src/main/storage/records/stored-texts.ts'
import type { AnnotationUid, ArticleId, Uid } from '../../../../src/shared/model/identity.ts'
import { aDatabase, type TestDatabase } from '../../../support/a-database.ts'
import { aStoredVersion, aUid, TEST_NOW, type StoredTestArticle } from '../../../support/an-article.ts'
import { aPreparedRendition } from '../../../support/prepared.ts'

const times = { created: TEST_NOW, changed: TEST_NOW }

/** Puts an article under tags and collection paths; parents are made as they come. */
function organise(
  { entities, organising, write }: TestDatabase,
  { uid }: StoredTestArticle,
  tags: readonly string[],
  paths: readonly string[] = [],
): void {
  write((unit) => {
    for (const name of tags) {
      const tag = organising.findTag(name) ?? aUid()
      entities.write(unit, 'tag', tag, { name, ...times })
      entities.write(unit, 'article-tag', `${uid}/${tag}`, { uid: aUid(), ...times })
    }
    for (const path of paths) {
      let parent: Uid | null = null
      for (const name of path.split('/')) {
        const found: Uid | undefined = organising.findCollection(parent, name)
        const collection: Uid = found ?? aUid()
        if (found === undefined)
          entities.write(unit, 'collection', collection, {
            parent,
            name,
            position: organising.nextCollectionPosition(parent),
            ...times,
          })
        parent = collection
      }
      if (parent !== null) entities.write(unit, 'article-collection', `${uid}/${parent}`, { uid: aUid(), ...times })
    }
  })
}

function highlight({ entities, write }: TestDatabase, { uid, rendition }: StoredTestArticle, name: string): void {
  if (rendition === null) throw new Error('no text')
  write((unit) => {
    entities.write(unit, 'annotation', name, {
      article: uid,
      rendition,
      quote: { exact: 'two', prefix: 'one ', suffix: '' },
      color: 'green',
      note: null,
      ...times,
      anchors: [{ rendition, start: 4, end: 7, strategy: 'quote', score: 1, status: 'placed' }],
    })
  })
}

/** How often statements run while `work` does, counted by SQLite's own profile of what it is asked. */
function statementsOf(database: Database, make: (database: Database) => () => unknown): number {
  let runs = 0
  const counting = new Proxy(database, {
    get: (target, name) => {
      if (name !== 'prepare') return Reflect.get(target, name) as unknown
      return (sql: string) => {
        const statement = target.prepare(sql)
        return new Proxy(statement, {
          get: (inner, method) => {
            if (method !== 'all' && method !== 'get') return Reflect.get(inner, method) as unknown
            return (...parameters: unknown[]) => {
              runs++
              return inner[method](...parameters)
            }
          },
        })
      }
    },
  })
  make(counting)()
  return runs
}

describe('an article', () => {
  it('is read whole: facts, content, organisation, versions, annotations', () => {
    const test = aDatabase()
    const article = test.store({
      text: 'one two',
      title: 'T',
      standfirst: 'S',
      byline: 'B',
      publication: 'P',
      section: 'X',
      published: '2022-06-24',
      language: 'uk',
      direction: 'rtl',
      contributors: ['C'],
      captions: [{ text: 'K', credit: 'D' }],
      asides: [{ title: 'A', text: 'Z' }],
      parts: [{ kind: 'header', start: 0, end: 3 }],
      url: 'https://e.org/a',
      service: 's',
      sourceId: '1',
      state: 'read',
      starred: true,
    })
    organise(test, article, ['zoo', 'Ape'], ['Work/War', 'Home'])
    highlight(test, article, 'h')
    expect(test.reading.article(article.uid)).toEqual({
      uid: article.uid,
      sourceId: '1',
      url: 'https://e.org/a',
      added: TEST_NOW,
      state: 'read',
      starred: true,
      trashed: null,
      title: 'T',
      label: null,
      standfirst: 'S',
      byline: 'B',
      publication: 'P',
      section: 'X',
      published: '2022-06-24',
      language: 'uk',
      contributors: ['C'],
      html: '<article>one two</article>',
      text: 'one two',
      parts: [{ kind: 'header', start: 0, end: 3 }],
      words: 2,
      direction: 'rtl',
      captions: [{ text: 'K', credit: 'D' }],
      asides: [{ title: 'A', text: 'Z' }],
      leadImage: null,
      position: { stopped: null, furthest: null },
      tags: ['Ape', 'zoo'],
      collections: ['Home', 'Work/War'],
      versions: [
        {
          number: 1,
          captured: TEST_NOW,
          source: null,
          mediaType: 'text/plain',
          current: true,
          pages: [],
          renditions: [{ number: 1, extractor: 'test', extractorVersion: '1', current: true }],
        },
      ],
      annotations: [
        {
          uid: 'h',
          article: article.uid,
          quote: { exact: 'two', prefix: 'one ', suffix: '' },
          color: 'green',
          note: null,
          tags: [],
          ...times,
          anchors: [{ version: 1, rendition: 1, start: 4, end: 7, strategy: 'quote', score: 1, status: 'placed' }],
        },
      ],
    })
  })

  it('is read in any of its versions, a correction counting in all', () => {
    const test = aDatabase()
    const article = test.store({ text: 'first', title: 'First' })
    test.write((unit) => aStoredVersion(test.records, unit, article, { text: 'second', title: 'Second', byline: 'B' }))
    expect(test.reading.article(article.uid)).toMatchObject({ text: 'second', title: 'Second' })
    expect(test.reading.article(article.uid, 1)).toMatchObject({ text: 'first', title: 'First', byline: null })
    expect(test.reading.article(article.uid, 3)).toBeUndefined()
    expect(test.reading.article(aUid())).toBeUndefined()
    test.write((unit) => {
      test.entities.write(unit, 'override', `${article.uid}/title`, { uid: aUid(), value: 'Mine', ...times })
    })
    expect([test.reading.article(article.uid)?.title, test.reading.article(article.uid, 1)?.title]).toEqual([
      'Mine',
      'Mine',
    ])
  })

  it('that is a link only has the facts its source stated and an empty text', () => {
    const test = aDatabase()
    const { uid, id } = test.store({ text: null, parameters: { facts: { title: 'Link', published: '2020' } } })
    expect(test.reading.article(uid)).toMatchObject({
      title: 'Link',
      published: '2020',
      text: '',
      html: '<article></article>',
      words: 0,
    })
    expect(test.reading.indexInput(id)).toBeUndefined()
  })
})

describe('annotations', () => {
  it('have their places with the current rendition first', () => {
    const test = aDatabase()
    const article = test.store({ text: 'one two' })
    const old = article.rendition
    if (old === null) throw new Error('no text')
    highlight(test, article, 'h')
    const second = test.write((unit) => aStoredVersion(test.records, unit, article, { text: 'two' }))
    const third = test.write((unit) =>
      test.records.createRendition(unit, second.version, aPreparedRendition({ text: 'two!' })),
    )
    const value = test.entities.read('annotation', 'h')
    if (value === null || second.rendition === null) throw new Error('no annotation')
    const places = [old, second.rendition, third].map((rendition) => ({
      rendition,
      start: null,
      end: null,
      strategy: 'none' as const,
      score: 0,
      status: 'orphan' as const,
    }))
    test.write((unit) => {
      test.entities.write(unit, 'annotation', 'h', { ...value, anchors: places })
    })
    const anchors = test.reading
      .annotation('h' as AnnotationUid)
      ?.anchors.map(({ version, rendition }) => [version, rendition])
    expect(anchors).toEqual([
      [2, 1],
      [2, 2],
      [1, 1],
    ])
    expect(test.reading.annotationsOf(article.id)).toEqual([{ uid: 'h', value: test.entities.read('annotation', 'h') }])
    expect(test.reading.annotation('none' as AnnotationUid)).toBeUndefined()
  })
})

describe('the searchable text', () => {
  it('is the effective facts, and the text without its header but with its boxes', () => {
    const test = aDatabase()
    const parts = [
      { kind: 'header', start: 0, end: 5 },
      { kind: 'aside', start: 10, end: 13 },
    ] as const
    const { id, uid, rendition } = test.store({
      text: 'Head\nbody box',
      parts,
      title: 'Wrong',
      standfirst: 'S',
      language: null,
    })
    test.write((unit) => {
      test.entities.write(unit, 'override', `${uid}/title`, { uid: aUid(), value: 'Right', ...times })
      test.entities.write(unit, 'override', `${uid}/language`, { uid: aUid(), value: 'uk', ...times })
    })
    const input = { language: 'uk', title: 'Right', standfirst: 'S', byline: '', body: 'body box' }
    expect(test.reading.indexInput(id)).toEqual({ rendition, input })
  })
})

describe('list rows', () => {
  it('come in the order asked for, unknown articles left out, each with its tags and paths', () => {
    const test = aDatabase()
    const [first, second] = [test.store({ title: 'First' }), test.store({ title: 'Second', starred: true })]
    organise(test, first, ['b', 'A'], ['Work/War/Far', 'Work'])
    organise(test, second, ['b'], ['Work/War'])
    const rows = createReadRows(test.database)([second.id, 999 as ArticleId, first.id, second.id])
    expect(rows.map(({ title, tags, collections, starred }) => [title, tags, collections, starred])).toEqual([
      ['Second', ['b'], ['Work/War'], true],
      ['First', ['A', 'b'], ['Work', 'Work/War/Far'], false],
      ['Second', ['b'], ['Work/War'], true],
    ])
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
      [
        'added',
        'byline',
        'collections',
        'direction',
        'excerpt',
        'foreEdge',
        'highlights',
        'language',
        'leadImage',
        'mediaType',
        'standfirst',
        'published',
        'publication',
        'sourceId',
        'starred',
        'state',
        'tags',
        'title',
        'label',
        'uid',
        'url',
        'words',
      ].sort(),
    )
    expect(createReadRows(test.database)([])).toEqual([])
  })

  it('take seven statements for one article and for two hundred, texts one', () => {
    const test = aDatabase()
    const articles = Array.from({ length: 200 }, () => test.store())
    for (const article of articles) organise(test, article, ['t', article.uid], ['Work/War'])
    const ids = articles.map(({ id }) => id)
    for (const some of [ids.slice(0, 1), ids]) {
      expect(
        statementsOf(test.database, (database) => {
          const read = createReadRows(database)
          return () => read(some)
        }),
      ).toBe(7)
      expect(
        statementsOf(test.database, (database) => {
          const read = createReadTexts(database)
          return () => read(some)
        }),
      ).toBe(1)
    }
  })
})

it('texts of many articles are read at once, links being absent', () => {
  const test = aDatabase()
  const [one, link, two] = [test.store({ text: 'one' }), test.store({ text: null }), test.store({ text: 'two' })]
  const texts = createReadTexts(test.database)([one.id, link.id, two.id])
  expect([...texts].map(([id, { text }]) => [id, text])).toEqual([
    [one.id, 'one'],
    [two.id, 'two'],
  ])
})

it('articles are walked in pages, and named', () => {
  const test = aDatabase()
  const articles = [test.store(), test.store(), test.store()]
  const first = test.reading.articleIdsAfter(0 as ArticleId, 2)
  expect(first).toEqual(articles.slice(0, 2).map(({ id }) => id))
  expect(test.reading.articleIdsAfter(first[1] ?? (0 as ArticleId), 2)).toEqual([articles[2]?.id])
  expect(articles.map(({ id }) => test.reading.articleUid(id))).toEqual(articles.map(({ uid }) => uid))
  expect(() => test.reading.articleUid(99 as ArticleId)).toThrow(/no article/)
})
