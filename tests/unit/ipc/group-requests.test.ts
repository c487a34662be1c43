import { describe, expect, it } from 'vitest'
import type { Uid } from '../../../src/shared/model/identity.ts'
import type { CollectionNode } from '../../../src/shared/model/organisation.ts'
import { aGate } from '../../support/a-gate.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

const NOBODY = '01900000-0000-7000-8000-000000000000' as Uid

/** Names of a tree as `Work(War Peace)`, with counts where there are any. */
function drawn(nodes: readonly CollectionNode[]): string {
  return nodes
    .map(({ name, children, articles, articlesBelow }) => {
      const below = children.length === 0 ? '' : `(${drawn(children)})`
      return `${name}${articlesBelow === 0 ? '' : `:${String(articles)}/${String(articlesBelow)}`}${below}`
    })
    .join(' ')
}

async function world() {
  const gate = aGate()
  const { client, archive } = gate
  const uids = ['Tea is grown.', 'Coffee is grown.'].map((text) => archive.addText(text))
  const create = async (name: string, parent: Uid | null = null) =>
    valueOf(await client.request('collection.create', { parent, name })).uid
  const overview = async () => valueOf(await client.request('archive.overview', {}))
  const tree = async () => drawn((await overview()).collections)
  const tags = async () =>
    (await overview()).tags.map(({ name, articles, annotations }) => [name, articles, annotations])
  const undo = async () => valueOf(await client.request('gesture.undo', { gesture: null }))
  const work = await create('Work')
  const [war, peace, home] = [await create('War', work), await create('Peace', work), await create('Home')]
  return { ...gate, uids, create, overview, tree, tags, undo, work, war, peace, home }
}

describe('collections', () => {
  it('are made last among their siblings, and undo takes them away one by one', async () => {
    const { tree, undo } = await world()
    expect(await tree()).toBe('Work(War Peace) Home')
    await undo()
    expect(await tree()).toBe('Work(War Peace)')
    await undo()
    expect(await tree()).toBe('Work(War)')
  })

  it('are not taken away by undo once something lies in them', async () => {
    const { client, uids, tree, home } = await world()
    const made = valueOf(await client.request('gesture.list', { limit: 1 }))[0]
    valueOf(await client.request('article.collect', { articles: uids, path: ['Home'], present: true }))
    const refused = await client.request('gesture.undo', { gesture: made?.gesture ?? null })
    expect(errorOf(refused)).toEqual({
      code: 'archive/undo-conflict',
      details: { kind: 'collection', subject: home },
    })
    expect(await tree()).toBe('Work(War Peace) Home:2/2')
  })

  it('are renamed, also only in their case, but not as a sibling is named', async () => {
    const { client, tree, undo, war } = await world()
    valueOf(await client.request('collection.rename', { uid: war, name: ' WAR ' }))
    expect(await tree()).toBe('Work(WAR Peace) Home')
    expect(errorOf(await client.request('collection.rename', { uid: war, name: 'peace' })).code).toBe(
      'archive/name-taken',
    )
    expect(errorOf(await client.request('collection.rename', { uid: war, name: ' ' })).code).toBe('archive/bad-name')
    expect(valueOf(await client.request('collection.rename', { uid: war, name: 'WAR' })).gesture).toBeNull()
    await undo()
    expect(await tree()).toBe('Work(War Peace) Home')
  })

  it('move to another parent and among their siblings, and back by one undo', async () => {
    const { client, tree, undo, work, peace, home } = await world()
    const move = (uid: Uid, parent: Uid | null, before: Uid | null) =>
      client.request('collection.move', { uid, parent, before })
    valueOf(await move(peace, null, work))
    expect(await tree()).toBe('Peace Work(War) Home')
    valueOf(await move(home, work, null))
    expect(await tree()).toBe('Peace Work(War Home)')
    valueOf(await move(home, null, work))
    expect(await tree()).toBe('Peace Home Work(War)')
    await undo()
    await undo()
    await undo()
    expect(await tree()).toBe('Work(War Peace) Home')
    expect(valueOf(await move(home, null, null)).gesture).toBeNull()
  })

  it('are refused a place in themselves, below themselves or nowhere, and change nothing', async () => {
    const { client, tree, create, work, war, home } = await world()
    const deep = await create('Deep', war)
    const code = async (uid: Uid, parent: Uid | null, before: Uid | null = null) =>
      errorOf(await client.request('collection.move', { uid, parent, before })).code
    expect(await code(work, work)).toBe('archive/collection-cycle')
    expect(await code(work, deep)).toBe('archive/collection-cycle')
    expect(await code(home, NOBODY)).toBe('archive/collection-not-found')
    expect(await code(home, work, NOBODY)).toBe('archive/collection-not-found')
    expect(await code(NOBODY, null)).toBe('archive/collection-not-found')
    await create('War')
    expect(await code(war, null)).toBe('archive/name-taken')
    expect(await tree()).toBe('Work(War(Deep) Peace) Home War')
  })

  it('are deleted with those below them; articles stay, and one undo brings all back', async () => {
    const { client, uids, tree, undo, work, archive } = await world()
    valueOf(await client.request('article.collect', { articles: uids, path: ['Work', 'War'], present: true }))
    valueOf(await client.request('article.collect', { articles: [uids[0]!], path: ['Work'], present: true }))
    expect(await tree()).toBe('Work:1/2(War:2/2 Peace) Home')
    valueOf(await client.request('collection.delete', { uid: work }))
    expect(await tree()).toBe('Home')
    expect(archive.ports.reading.article(uids[0]!)).toMatchObject({ collections: [], trashed: null })
    await undo()
    expect(await tree()).toBe('Work:1/2(War:2/2 Peace) Home')
    expect(errorOf(await client.request('collection.delete', { uid: NOBODY })).code).toBe(
      'archive/collection-not-found',
    )
  })
})

describe('tags', () => {
  async function tagged() {
    const made = await world()
    const { client, uids } = made
    const [tea, coffee] = uids as [(typeof uids)[number], (typeof uids)[number]]
    const note = valueOf(await client.request('annotation.note', { article: tea, note: 'n' }))
    valueOf(await client.request('annotation.tag', { uid: note.uid, tag: 'drink', present: true }))
    valueOf(await client.request('article.tag', { articles: [tea, coffee], tag: 'drink', present: true }))
    valueOf(await client.request('article.tag', { articles: [tea], tag: 'beverage', present: true }))
    const { tags } = await made.overview()
    const uidOf = (name: string): Uid => tags.find((tag) => tag.name === name)?.uid ?? NOBODY
    return { ...made, drink: uidOf('drink'), beverage: uidOf('beverage') }
  }

  it('are renamed, but not as another is named', async () => {
    const { client, drink, tags, undo } = await tagged()
    expect(errorOf(await client.request('tag.rename', { uid: drink, name: 'Beverage' })).code).toBe(
      'archive/name-taken',
    )
    valueOf(await client.request('tag.rename', { uid: drink, name: 'Drinks' }))
    expect(await tags()).toEqual([
      ['beverage', 1, 0],
      ['Drinks', 2, 1],
    ])
    await undo()
    expect((await tags())[1]).toEqual(['drink', 2, 1])
    expect(errorOf(await client.request('tag.rename', { uid: NOBODY, name: 'x' })).code).toBe('archive/tag-not-found')
  })

  it('are merged with all that bears them, each once, and parted by one undo', async () => {
    const { client, drink, beverage, tags, undo } = await tagged()
    valueOf(await client.request('tag.merge', { uid: drink, into: beverage }))
    expect(await tags()).toEqual([['beverage', 2, 1]])
    expect(valueOf(await client.request('article.list', LIST)).total).toBe(2)
    await undo()
    expect(await tags()).toEqual([
      ['beverage', 1, 0],
      ['drink', 2, 1],
    ])
    expect(valueOf(await client.request('tag.merge', { uid: drink, into: drink })).gesture).toBeNull()
  })

  it('are taken off everything and deleted, and come back whole', async () => {
    const { client, drink, tags, undo } = await tagged()
    valueOf(await client.request('tag.delete', { uid: drink }))
    expect(await tags()).toEqual([['beverage', 1, 0]])
    await undo()
    expect((await tags())[1]).toEqual(['drink', 2, 1])
  })
})

const LIST = { query: 'tag:beverage', sort: 'added', direction: 'down', limit: 9, offset: 0 } as const
