import { expect, it } from 'vitest'
import { createReadCollections } from '../../../../src/main/storage/reading/read-collections.ts'
import { createReadTags } from '../../../../src/main/storage/reading/read-tags.ts'
import type { Uid } from '../../../../src/shared/model/identity.ts'
import { aDatabase } from '../../../support/a-database.ts'
import { aUid, TEST_NOW } from '../../../support/an-article.ts'

const times = { created: TEST_NOW, changed: TEST_NOW }

it('tags are listed by name with what bears them outside the Trash', () => {
  const { database, entities, reading, store, write } = aDatabase()
  const [kept, trashed] = [store(), store()]
  write((unit) => {
    for (const name of ['zoo', 'Ape', 'unused']) entities.write(unit, 'tag', name, { name, ...times })
    for (const { uid } of [kept, trashed]) {
      const note = `note-${uid}`
      const value = { article: uid, rendition: null, quote: null, color: null, note: 'n', ...times, anchors: [] }
      entities.write(unit, 'annotation', note, value)
      entities.write(unit, 'article-tag', `${uid}/Ape`, { uid: aUid(), ...times })
      entities.write(unit, 'annotation-tag', `${note}/zoo`, { uid: aUid(), ...times })
    }
    entities.write(unit, 'article', trashed.uid, { state: 'read', starred: false, trashed: TEST_NOW })
    reading.refreshListing(unit, trashed.id)
  })
  expect(createReadTags(database)()).toEqual([
    { uid: 'Ape', name: 'Ape', articles: 1, annotations: 0 },
    { uid: 'unused', name: 'unused', articles: 0, annotations: 0 },
    { uid: 'zoo', name: 'zoo', articles: 0, annotations: 1 },
  ])
})

it('collections are a tree, in their order, with articles counted once below however deep', () => {
  const { database, entities, reading, store, write } = aDatabase()
  const articles = [store(), store(), store()]
  const place = (uid: string, parent: string | null, position: number) => ({
    uid,
    value: { parent: parent as Uid | null, name: uid, position, ...times },
  })
  write((unit) => {
    for (const { uid, value } of [
      place('b', null, 1),
      place('a', null, 2),
      place('deep', 'b', 0),
      place('deeper', 'deep', 0),
    ]) {
      entities.write(unit, 'collection', uid, value)
    }
    for (const [index, collection] of [
      [0, 'b'],
      [0, 'deeper'],
      [1, 'deeper'],
      [2, 'deep'],
    ] as const) {
      const article = articles[index]
      if (article !== undefined)
        entities.write(unit, 'article-collection', `${article.uid}/${collection}`, { uid: aUid(), ...times })
    }
    const trashed = articles[2]
    if (trashed === undefined) return
    entities.write(unit, 'article', trashed.uid, { state: 'read', starred: false, trashed: TEST_NOW })
    reading.refreshListing(unit, trashed.id)
  })
  const deeper = { uid: 'deeper', name: 'deeper', articles: 2, articlesBelow: 2, children: [] }
  const deep = { uid: 'deep', name: 'deep', articles: 0, articlesBelow: 2, children: [deeper] }
  expect(createReadCollections(database)()).toEqual([
    { uid: 'b', name: 'b', articles: 1, articlesBelow: 2, children: [deep] },
    { uid: 'a', name: 'a', articles: 0, articlesBelow: 0, children: [] },
  ])
})

it('collections of any depth end no list: what lies too deep is left out', () => {
  const { database, entities, write } = aDatabase()
  write((unit) => {
    for (let depth = 0; depth < 3_000; depth += 1) {
      const parent = depth === 0 ? null : (`c${String(depth - 1)}` as Uid)
      entities.write(unit, 'collection', `c${String(depth)}`, { parent, name: 'c', position: 0, ...times })
    }
  })
  let depth = 0
  for (let level = createReadCollections(database)(); level.length > 0; level = level[0]?.children ?? []) depth += 1
  expect(depth).toBe(200)
})
