import { describe, expect, it } from 'vitest'
import { correctField } from '../../../src/main/archive/correct-field.ts'
import type { ArticleUid, Instant } from '../../../src/shared/model/identity.ts'
import type { ListSort, SortDirection } from '../../../src/shared/model/search.ts'
import { aGate } from '../../support/a-gate.ts'
import { aTextDraft } from '../../support/an-archive.ts'
import { valueOf } from '../../support/value-of.ts'

const NOBODY = '01900000-0000-7000-8000-000000000000' as ArticleUid

/** Articles by title, publication day and day of coming in; the clock of the tests stands at 2026-11-23. */
const ARTICLES: readonly (readonly [title: string | null, published: string | null, added: string])[] = [
  ['Ash', '2024-05-01', '2026-11-23T00:30:00.000Z'],
  ['Birch', null, '2026-11-22T12:00:00.000Z'],
  [null, '2026-11-23', '2026-10-02T12:00:00.000Z'],
  ['Cedar', '2024-06', '2025-03-03T12:00:00.000Z'],
  [null, null, '2025-02-02T12:00:00.000Z'],
]

function world() {
  const gate = aGate()
  const { bringIn, ports } = gate.archive
  for (const [index, [title, published, added]] of ARTICLES.entries()) {
    const { facts, marks } = aTextDraft('')
    const text = `Headline\n\nThe tree of number ${String(index)} stands on a hill where the mist stays until noon`
    const stated = { facts: { ...facts, title, published }, marks: { ...marks, added: added as Instant } } as object
    const { reports } = bringIn(aTextDraft(text, { ...stated, source: 's', fileName: `${String(index)}.txt` }))
    const article = reports[0]?.uid ?? NOBODY
    if (title === null) valueOf(correctField(ports, 'cli', { article, field: 'title', value: null }))
  }
  const list = async (sort: ListSort, direction: SortDirection, query = '', page = { limit: 99, offset: 0 }) =>
    valueOf(await gate.client.request('article.list', { query, sort, direction, ...page })).rows
  const names = async (...wanted: Parameters<typeof list>) =>
    (await list(...wanted)).map((row) => row.title ?? row.label ?? '')
  return { ...gate, list, names }
}

const ORDERS = (['added', 'published', 'title'] as const).flatMap((sort) =>
  (['down', 'up'] as const).map((direction) => [sort, direction] as const),
)
const QUERIES = ['', 'tree', 'is:unread', 'has:date']

describe('a list', () => {
  it.each<[ListSort, SortDirection, readonly string[]]>([
    ['added', 'down', ['Ash', 'Birch', '2', 'Cedar', '4']],
    ['added', 'up', ['4', 'Cedar', '2', 'Birch', 'Ash']],
    ['published', 'down', ['2', 'Cedar', 'Ash', '4', 'Birch']],
    ['published', 'up', ['Ash', 'Cedar', '2', 'Birch', '4']],
    ['title', 'up', ['Ash', 'Birch', 'Cedar', '2', '4']],
    ['title', 'down', ['Cedar', 'Birch', 'Ash', '4', '2']],
  ])('by %s %s has the undated and untitled last', async (sort, direction, expected) => {
    expect(await world().names(sort, direction)).toEqual(expected)
  })

  it('is the same by pages as whole, and knows where each of its articles stands', async () => {
    const { client, names, list } = world()
    for (const [sort, direction] of ORDERS) {
      for (const query of QUERIES) {
        const whole = await names(sort, direction, query)
        for (let offset = 0; offset <= whole.length; offset++) {
          const page = await names(sort, direction, query, { limit: 2, offset })
          expect(page).toEqual(whole.slice(offset, offset + 2))
        }
        const rows = await list(sort, direction, query)
        for (const [index, { uid }] of rows.entries()) {
          expect(valueOf(await client.request('article.find', { query, sort, direction, uid }))).toBe(index)
        }
        expect(valueOf(await client.request('article.find', { query, sort, direction, uid: NOBODY }))).toBeNull()
      }
    }
  })

  it('has its periods where the dates of its rows change them', async () => {
    const { client } = world()
    const periods = async (sort: ListSort, direction: SortDirection, query = '') =>
      valueOf(await client.request('article.periods', { query, sort, direction })).map(({ key, start }) => [key, start])
    for (const query of ['', 'tree', 'is:unread']) {
      expect(await periods('published', 'down', query)).toEqual([
        ['today', 0],
        ['2024', 1],
        ['undated', 3],
      ])
      expect(await periods('published', 'up', query)).toEqual([
        ['2024', 0],
        ['today', 2],
        ['undated', 3],
      ])
      const added = await periods('added', 'down', query)
      expect(added.slice(-2)).toEqual([
        ['2026-10', 2],
        ['2025', 3],
      ])
      expect(await periods('title', 'up', query)).toEqual([])
    }
    expect(await periods('published', 'down', 'has:date')).toEqual([
      ['today', 0],
      ['2024', 1],
    ])
    expect(await periods('added', 'down', 'nothing-has-this')).toEqual([])
  })
})
