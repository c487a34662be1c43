import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EntityKind, EntityValues } from '../../../../src/main/archive/ports/entities.ts'
import type { ArticleId, RenditionId, Uid } from '../../../../src/shared/model/identity.ts'
import { aDatabase, type TestDatabase } from '../../../support/a-database.ts'
import { anInstant, aUid, TEST_NOW } from '../../../support/an-article.ts'
import { aPreparedRendition } from '../../../support/prepared.ts'

const text = fc.string({ unit: 'grapheme', maxLength: 60 })
const maybeText = fc.option(text)
const instant = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => anInstant(date.toISOString()))
const uid = fc.uuid({ version: 7 }).map((value) => value as Uid)
const times = { created: instant, changed: instant }
const membership = fc.record({ uid, ...times })

interface World extends TestDatabase {
  readonly article: Uid
  /** Says nearly the same as the article. */
  readonly twin: Uid
  readonly renditions: readonly RenditionId[]
}

/** An article with two renditions, an annotation, a tag and a collection, for others to hang on. */
function aWorld(): World {
  const test = aDatabase()
  const { uid: article, id: row, version, rendition } = test.store()
  const { uid: twin, id: twinRow } = test.store()
  test.database
    .prepare(`INSERT INTO near_duplicate_pair (article, other, similarity, status) VALUES (?, ?, 0.9, 'proposed')`)
    .run(Math.min(row, twinRow), Math.max(row, twinRow))
  const renditions = test.write((unit) => {
    test.entities.write(unit, 'annotation', 'note', aNote(article))
    test.entities.write(unit, 'tag', 'tag', { name: 'A tag', created: TEST_NOW, changed: TEST_NOW })
    test.entities.write(unit, 'collection', 'top', {
      parent: null,
      name: 'Top',
      position: 0,
      created: TEST_NOW,
      changed: TEST_NOW,
    })
    const { id } = test.records.find(article) ?? { id: 0 as ArticleId }
    test.records.createVersion(unit, id, {
      captured: TEST_NOW,
      original: null,
      mediaType: null,
      parameters: {},
      notes: [],
    })
    return [rendition, test.records.createRendition(unit, version, aPreparedRendition())].filter((row) => row !== null)
  })
  return { ...test, article, twin, renditions }
}

function aNote(article: Uid): EntityValues['annotation'] {
  return {
    article: article as EntityValues['annotation']['article'],
    rendition: null,
    quote: null,
    color: null,
    note: 'a note',
    created: TEST_NOW,
    changed: TEST_NOW,
    anchors: [],
  }
}

function annotations({ article, renditions }: World): fc.Arbitrary<EntityValues['annotation']> {
  const place = fc.record({ start: fc.nat(), end: fc.nat() })
  const anchors = fc.subarray([...renditions]).chain((on) =>
    fc.tuple(
      ...on.map((rendition) =>
        fc
          .record({
            place: fc.option(place),
            strategy: fc.constantFrom('position', 'quote', 'folded', 'none'),
            score: fc.double({ min: 0, max: 1, noNaN: true }).map((score) => score + 0),
          })
          .map(({ place: at, ...rest }) => ({
            rendition,
            start: at?.start ?? null,
            end: at?.end ?? null,
            ...rest,
            status: at === null ? ('orphan' as const) : ('placed' as const),
          })),
      ),
    ),
  )
  const on = fc.option(
    fc.record({
      rendition: fc.constantFrom(...renditions),
      quote: fc.record({ exact: text, prefix: text, suffix: text }),
    }),
  )
  const color = fc.option(fc.constantFrom('yellow', 'green', 'blue', 'red', 'purple'))
  return fc
    .record({ on, color, note: maybeText, ...times, anchors })
    .map(({ on: made, color: pen, note, created, changed, anchors: places }) => ({
      article: article as EntityValues['annotation']['article'],
      rendition: made?.rendition ?? null,
      quote: made?.quote ?? null,
      color: pen,
      note,
      created,
      changed,
      anchors: places,
    }))
}

type Kinds = {
  readonly [Kind in EntityKind]: {
    readonly subject: (world: World) => string
    readonly values: (world: World) => fc.Arbitrary<EntityValues[Kind]>
  }
}

const KINDS: Kinds = {
  article: {
    subject: ({ article }) => article,
    values: () =>
      fc.record({
        state: fc.constantFrom('unread', 'reading', 'read'),
        starred: fc.boolean(),
        trashed: fc.option(instant),
      }),
  },
  override: {
    subject: ({ article }) => `${article}/title`,
    values: () => fc.record({ uid, value: maybeText, ...times }),
  },
  annotation: { subject: () => 'one', values: annotations },
  tag: { subject: () => 'other', values: () => fc.record({ name: text.map((name) => `x${name}`), ...times }) },
  collection: {
    subject: () => 'other',
    values: () =>
      fc.record({
        parent: fc.constantFrom(null, 'top' as Uid),
        name: text.map((name) => `x${name}`),
        position: fc.nat(),
        ...times,
      }),
  },
  'article-tag': { subject: ({ article }) => `${article}/tag`, values: () => membership },
  'annotation-tag': { subject: () => 'note/tag', values: () => membership },
  'article-collection': { subject: ({ article }) => `${article}/top`, values: () => membership },
  'saved-search': {
    subject: () => 'search',
    values: () => fc.record({ name: text, query: text, position: fc.nat(), ...times }),
  },
  'current-version': {
    subject: ({ article }) => article,
    values: () => fc.record({ version: fc.constantFrom(1, 2) }),
  },
  'chosen-element': {
    subject: ({ article }) => `${article}/1`,
    values: ({ renditions }) =>
      fc.record({
        element: fc.option(fc.record({ selector: text, begins: text, ends: text })),
        encoding: fc.option(fc.constantFrom('windows-1251', 'utf-8')),
        rendition: fc.constantFrom(...renditions),
      }),
  },
  'pen-name': { subject: () => 'yellow', values: () => fc.record({ name: text }) },
  'near-duplicate': {
    subject: ({ article, twin }) => `${twin}/${article}`,
    values: () => fc.record({ status: fc.constantFrom('proposed', 'grouped', 'rejected') }),
  },
}

/** Everything a person makes, as rows; row numbers count, so that a delete and insert would show. */
function dump({ database }: TestDatabase): unknown {
  const tables = [
    'article',
    'article_field_override',
    'annotation',
    'anchor',
    'tag',
    'collection',
    'article_tag',
    'annotation_tag',
    'article_collection',
    'saved_search',
    'setting',
    'tombstone',
  ]
  return tables.map((table) => [table, database.prepare(`SELECT * FROM ${table}`).raw().all()])
}

function tombstones({ database }: TestDatabase, kind: EntityKind): unknown[] {
  return database.prepare('SELECT uid FROM tombstone WHERE kind = ? ORDER BY uid').pluck().all(kind)
}

describe.each(Object.keys(KINDS) as EntityKind[])('a value of kind %s', (kind) => {
  it('reads as it was written, in the same JSON, over any older one', () => {
    roundTrips(kind)
  })

  it('written as it is read changes nothing, not even a time of change', () => {
    changesNothing(kind)
  })
})

function roundTrips(kind: EntityKind): void {
  const world = aWorld()
  const subject = KINDS[kind].subject(world)
  const values: fc.Arbitrary<EntityValues[EntityKind]> = KINDS[kind].values(world)
  fc.assert(
    fc.property(values, (value) => {
      world.write((unit) => {
        world.entities.write(unit, kind, subject, value)
      })
      expect(JSON.stringify(sorted(world.entities.read(kind, subject)))).toBe(JSON.stringify(sorted(value)))
    }),
    { numRuns: 60 },
  )
}

/** Keys in order: arbitraries make them in an order of their own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}

function changesNothing(kind: EntityKind): void {
  const world = aWorld()
  const subject = KINDS[kind].subject(world)
  const values: fc.Arbitrary<EntityValues[EntityKind]> = KINDS[kind].values(world)
  fc.assert(
    fc.property(values, (value) => {
      world.write((unit) => {
        world.entities.write(unit, kind, subject, value)
      })
      const before = dump(world)
      world.clock.now = anInstant(new Date(Date.parse(world.clock.now) + 1000).toISOString())
      world.write((unit) => {
        world.entities.write(unit, kind, subject, world.entities.read(kind, subject))
      })
      expect(dump(world)).toEqual(before)
    }),
    { numRuns: 30 },
  )
}

describe.each(
  (Object.keys(KINDS) as EntityKind[]).filter(
    (kind) => !['article', 'current-version', 'chosen-element', 'pen-name', 'near-duplicate'].includes(kind),
  ),
)('deleting a value of kind %s', (kind) => {
  it('leaves a tombstone, which goes when the value is put back', () => {
    deletes(kind)
  })
})

function deletes(kind: EntityKind): void {
  const world = aWorld()
  const subject = KINDS[kind].subject(world)
  const values: fc.Arbitrary<EntityValues[EntityKind]> = KINDS[kind].values(world)
  const [value] = fc.sample(values, { numRuns: 1, seed: 7 })
  const put = (next: EntityValues[EntityKind] | null): void => {
    world.write((unit) => {
      world.entities.write(unit, kind, subject, next)
    })
  }
  if (value === undefined) throw new Error('no sample')
  put(value)
  expect(tombstones(world, kind)).toEqual([])
  put(null)
  expect(world.entities.read(kind, subject)).toBeNull()
  expect(tombstones(world, kind)).toEqual(['uid' in value ? value.uid : subject])
  put(value)
  expect(sorted(world.entities.read(kind, subject))).toEqual(sorted(value))
  expect(tombstones(world, kind)).toEqual([])
}

it('half a surrogate pair is stored as the replacement character, and stays that', () => {
  const { entities, write } = aDatabase()
  const value = { name: 'cut \ud834', created: TEST_NOW, changed: TEST_NOW }
  write((unit) => {
    entities.write(unit, 'tag', aUid(), { ...value, name: 'other' })
    entities.write(unit, 'tag', 't', value)
  })
  expect(entities.read('tag', 't')?.name).toBe('cut \ufffd')
})
