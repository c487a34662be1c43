import { describe, expect, it } from 'vitest'
import type { ArticleUid } from '../../../src/shared/model/identity.ts'
import { createWorld, openWorld } from './support/search-world.ts'

const BODY = Array.from(
  { length: 60 },
  (_, at) => `Sentence ${String(at)} speaks of ice cores. And this one does not.`,
).join(' ')

function world(body = BODY) {
  const made = createWorld(openWorld())
  made.add({ title: 'A', body })
  const one = (query: string) => made.search.search({ query, match: 'all', limit: 1, offset: 0 }).hits[0]!
  const { uid } = one('is:unread')
  const text = made.texts.values().next().value?.text ?? ''
  const words = (query: string) => made.search.hits(uid, query).marks.map(([start, end]) => text.slice(start, end))
  return { ...made, one, uid, text, words }
}

describe('every hit of a query in one article', () => {
  it('is marked by its forms, and phrases word for word', () => {
    const { words } = world('An ice core. Icy cores of ice, core by core.')
    expect(words('core')).toEqual(['core', 'cores', 'core', 'core'])
    expect(words('"ice core"')).toEqual(['ice core', 'ice, core'])
    expect(words('-core')).toEqual([])
    expect(words('title:core')).toEqual([])
    expect(words('is:unread')).toEqual([])
  })

  it('comes with all its sentences, more than a result shows', () => {
    const { one, uid, search, text } = world()
    const hit = one('ice')
    expect([hit.passages.length, hit.passagesInAll, hit.places.length]).toEqual([3, 60, 40])
    expect(hit.places).toEqual([...hit.places].sort((left, right) => left - right))
    const { marks, passages } = search.hits(uid, 'ice')
    expect([marks.length, passages.length]).toEqual([60, 60])
    expect(hit.places[0]).toBe(marks[0]?.[0])
    expect(hit.places.at(-1)).toBe(marks.at(-1)?.[0])
    for (const { start, text: shown } of passages) expect(text.slice(start, start + shown.length)).toBe(shown)
  })

  it('is none in an article that is not there', () => {
    const nobody = '01900000-0000-7000-8000-000000000000' as ArticleUid
    expect(world().search.hits(nobody, 'ice')).toEqual({ marks: [], passages: [] })
  })
})
