import { describe, expect, it } from 'vitest'
import { aGate } from '../../support/a-gate.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'

/** A text of words from a seed. */
function aText(seed: number): string[] {
  let state = seed
  return Array.from({ length: 300 }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return `w${String((state >>> 8) % 5000)}`
  })
}

function world() {
  const { client, archive } = aGate()
  const text = aText(1)
  const [first, edited, other] = [text, text.with(100, 'edited'), aText(2)].map((words) =>
    archive.addText(words.join(' ')),
  )
  if (first === undefined || edited === undefined || other === undefined) throw new Error('the texts were not added')
  archive.ports.transact((unit) => archive.ports.nearDuplicates.propose(unit, 10))
  const proposed = async () => valueOf(await client.request('near-duplicate.list', { limit: 10 }))
  const grouped = async () => valueOf(await client.request('article.details', { uid: edited })).grouped
  const undo = async () => valueOf(await client.request('gesture.undo', { gesture: null }))
  return { client, first, edited, other, proposed, grouped, undo }
}

describe('articles that say nearly the same', () => {
  it('are proposed as a pair, the one that came first in front', async () => {
    const { first, edited, proposed } = world()
    const { pairs, total } = await proposed()
    expect(total).toBe(1)
    expect(pairs.map(({ article, other }) => [article.uid, other.uid])).toEqual([[first, edited]])
    expect(pairs[0]?.similarity).toBeGreaterThan(0.85)
  })

  it('name each other once they are grouped; undo proposes them again', async () => {
    const { client, first, edited, proposed, grouped, undo } = world()
    const pair = { article: edited, other: first } as const
    const { gesture } = valueOf(await client.request('near-duplicate.decide', { ...pair, decision: 'grouped' }))
    expect(gesture).not.toBeNull()
    expect(await proposed()).toEqual({ pairs: [], total: 0 })
    expect((await grouped()).map(({ uid }) => uid)).toEqual([first])
    const again = valueOf(await client.request('near-duplicate.decide', { ...pair, decision: 'grouped' }))
    expect(again.gesture).toBeNull()
    await undo()
    expect((await proposed()).total).toBe(1)
    expect(await grouped()).toEqual([])
  })

  it('are no longer proposed when they are two, or when one lies in the Trash', async () => {
    const { client, first, edited, proposed, undo } = world()
    valueOf(await client.request('near-duplicate.decide', { article: first, other: edited, decision: 'rejected' }))
    expect((await proposed()).total).toBe(0)
    await undo()
    valueOf(await client.request('article.trash', { articles: [edited], trashed: true }))
    expect((await proposed()).total).toBe(0)
    await undo()
    expect((await proposed()).total).toBe(1)
  })

  it('are only those that were found by comparing', async () => {
    const { client, first, other } = world()
    const refused = await client.request('near-duplicate.decide', { article: first, other, decision: 'grouped' })
    expect(errorOf(refused).code).toBe('archive/article-not-found')
  })
})
