import { expect, it } from 'vitest'
import { aGate } from '../../support/a-gate.ts'
import { valueOf } from '../../support/value-of.ts'

it('is searched by the rules of another language as soon as its language is corrected, and by the old ones after undo', async () => {
  const { client, archive } = aGate()
  const uid = archive.addText('Ella cantó.', { facts: { language: 'en' } })
  const found = async () =>
    valueOf(await client.request('article.search', { query: 'cantar', match: 'all', limit: 1, offset: 0 })).total
  expect(await found()).toBe(0)
  valueOf(await client.request('article.correct', { uid, field: 'language', value: 'es', keep: true }))
  expect(await found()).toBe(1)
  valueOf(await client.request('gesture.undo', { gesture: null }))
  expect(await found()).toBe(0)
})
