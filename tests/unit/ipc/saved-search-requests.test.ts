import { expect, it } from 'vitest'
import type { Uid } from '../../../src/shared/model/identity.ts'
import { aGate } from '../../support/a-gate.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

const NOBODY = '01900000-0000-7000-8000-000000000000' as Uid

function world() {
  const gate = aGate()
  const { client } = gate
  for (const text of ['Tea is grown.', 'Coffee is grown.']) gate.archive.addText(text)
  const save = async (name: string, query: string) =>
    valueOf(await client.request('saved-search.create', { name, query })).uid
  const list = async () => valueOf(await client.request('saved-search.list', {}))
  const drawn = async () => (await list()).map(({ name, articles }) => `${name}:${String(articles)}`)
  const undo = async () => valueOf(await client.request('gesture.undo', { gesture: null }))
  return { ...gate, save, list, drawn, undo }
}

it('lists saved searches in their order with what each finds now', async () => {
  const { save, drawn, archive } = world()
  await save('Grown', 'grown')
  await save('Tea', 'tea')
  expect(await drawn()).toEqual(['Grown:2', 'Tea:1'])
  archive.addText('More tea.')
  expect(await drawn()).toEqual(['Grown:2', 'Tea:2'])
})

it('counts what has all the words, never what has some', async () => {
  const { save, drawn } = world()
  await save('Both', 'tea coffee')
  expect(await drawn()).toEqual(['Both:0'])
})

it('edits, moves and deletes them, and each is taken back by one undo', async () => {
  const { client, save, drawn, undo } = world()
  const [one, two] = [await save('One', 'tea'), await save('Two', 'coffee')]
  valueOf(await client.request('saved-search.edit', { uid: one, name: 'First', query: 'grown' }))
  expect(await drawn()).toEqual(['First:2', 'Two:1'])
  valueOf(await client.request('saved-search.move', { uid: two, before: one }))
  expect(await drawn()).toEqual(['Two:1', 'First:2'])
  valueOf(await client.request('saved-search.delete', { uid: two }))
  expect(await drawn()).toEqual(['First:2'])
  await undo()
  expect(await drawn()).toEqual(['Two:1', 'First:2'])
  await undo()
  await undo()
  expect(await drawn()).toEqual(['One:1', 'Two:1'])
})

it('puts a new one last though some before were deleted', async () => {
  const { client, save, drawn } = world()
  const gone = [await save('One', 'tea'), await save('Two', 'tea')]
  await save('Three', 'tea')
  for (const uid of gone) valueOf(await client.request('saved-search.delete', { uid }))
  await save('Four', 'tea')
  expect(await drawn()).toEqual(['Three:1', 'Four:1'])
})

it('changes nothing, and records nothing, when all stays as it is', async () => {
  const { client, save } = world()
  const uid = await save('One', 'tea')
  expect(valueOf(await client.request('saved-search.edit', { uid, name: null, query: null })).gesture).toBeNull()
  expect(valueOf(await client.request('saved-search.move', { uid, before: null })).gesture).toBeNull()
})

it('refuses an empty name and one that is not there', async () => {
  const { client } = world()
  expect(errorOf(await client.request('saved-search.create', { name: ' ', query: 'x' })).code).toBe('archive/bad-name')
  const edited = await client.request('saved-search.edit', { uid: NOBODY, name: 'x', query: null })
  expect(errorOf(edited).code).toBe('archive/saved-search-not-found')
  expect(errorOf(await client.request('saved-search.delete', { uid: NOBODY })).code).toBe(
    'archive/saved-search-not-found',
  )
})
