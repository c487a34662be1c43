import fc from 'fast-check'
import { expect, it } from 'vitest'
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

const piece = fc.oneof(
  fc.constantFrom(
    'ice',
    'core',
    '"ice core"',
    'OR',
    'AND',
    'NOT',
    'NEAR',
    '(',
    ')',
    '-',
    '+',
    '"',
    '“',
    '*',
    '~1',
    '~2',
  ),
  fc.constantFrom('title:', 'by:', 'text:', 'note:', 'tag:', 'in:work', 'after:2021', 'before:2022-13', 'added:7d'),
  fc.constantFrom(
    'is:read',
    'has:note',
    'type:html',
    'lang:uk',
    'site:a.b',
    '{title}',
    '^ice',
    'a:b',
    '東京',
    '都',
    '都*',
  ),
  fc.constantFrom("l'homme", 'co*', 'antartica~1', '"ice antarctica"~8', '\0', '\ud800', "'", ';--', '%', '\\', ' '),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
)
const query = fc.array(fc.tuple(piece, fc.constantFrom('', ' '))).map((pieces) => pieces.flat().join(''))

/** `OFFPRINT_QUERIES=100000` asks as many; so few keep the gate short. */
const QUERIES = Number(process.env['OFFPRINT_QUERIES'] ?? 3_000)

it('answers random queries without an error, with spans inside the query and marks inside the passages', () => {
  const { search } = aWorld()
  fc.assert(
    fc.property(query, fc.constantFrom('all' as const, 'any' as const), (text, match) => {
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

it.each([
  ['300 parentheses', `${'('.repeat(300)}ice${')'.repeat(300)}`],
  ['50 levels of and within or', `${'(ice OR (core '.repeat(24)}x${'))'.repeat(24)}`],
  ['50 levels of exclusion', `${'-(ice OR -(core '.repeat(24)}x${'))'.repeat(24)}`],
  ['10 000 characters of words', 'ice core '.repeat(1_111)],
  ['10 000 characters of one run', '東京都知事'.repeat(2_000)],
  ['a phrase of 10 000 characters', `"${'ice core '.repeat(1_111)}"`],
  ['1 000 alternatives', Array.from({ length: 1_000 }, (_, at) => `word${String(at)}`).join(' OR ')],
  ['2 000 prefixes', 'a* '.repeat(2_000)],
])('answers %s', (_, text) => {
  const { search } = aWorld()
  for (const match of ['all', 'any'] as const) {
    expect(search.search({ query: text, match, limit: 10, offset: 0 }).milliseconds).toBeLessThan(2_000)
  }
})
