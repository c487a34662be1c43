import fc from 'fast-check'
import { expect, it } from 'vitest'
import { HOSTILE_QUERIES } from '../../bench/random-queries/hostile-queries.ts'
import { randomQuery } from '../../bench/random-queries/random-query.ts'
import { createWorld, openWorld } from '../unit/search/support/search-world.ts'

function aWorld() {
  const world = createWorld(openWorld())
  world.add({
    title: 'Ice',
    body: 'An ice core from Antarctica, l’homme, 東京都, مدرسة.',
    notes: ['core of it'],
    tags: ['a'],
  })
  world.add({
    title: 'Школа',
    body: 'Українська школа, мʼята.',
    language: 'uk',
    published: '2022-03',
    collection: 'Work/War',
  })
  world.add({ title: '東京', body: '東京都知事 tower タワー', language: 'zh' })
  return world
}

/** `OFFPRINT_QUERIES=100000` asks as many; so few keep the gate short. `npm run bench -- random-queries` times them. */
const QUERIES = Number(process.env['OFFPRINT_QUERIES'] ?? 3_000)

it('answers random queries without an error, with spans inside the query and marks inside the passages', () => {
  const { search } = aWorld()
  fc.assert(
    fc.property(randomQuery([]), fc.constantFrom('all' as const, 'any' as const), (text, match) => {
      const answer = search.search({ query: text, match, limit: 10, offset: 0 })
      expect(answer.hits.length).toBe(Math.min(10, answer.total))
      for (const part of answer.understood.parts) expect(text.slice(part.start, part.end)).toBe(part.text)
      for (const passage of answer.hits.flatMap((hit) => hit.passages)) {
        for (const [start, end] of passage.marks)
          expect(0 <= start && start < end && end <= passage.text.length).toBe(true)
      }
      search.typing({ query: text, limit: 10 })
      search.suggest(text)
      expect(search.facets({ query: text, match }).total).toBe(answer.total)
      search.list({ query: text, sort: 'title', direction: 'up', limit: 10, offset: 0 })
    }),
    { numRuns: QUERIES },
  )
}, 3_600_000)

it.each(Object.entries(HOSTILE_QUERIES))('answers %s', (_, text) => {
  const { search } = aWorld()
  for (const match of ['all', 'any'] as const) {
    expect(search.search({ query: text, match, limit: 10, offset: 0 }).milliseconds).toBeLessThan(2_000)
  }
})
