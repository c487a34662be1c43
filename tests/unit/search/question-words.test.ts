import { expect, it } from 'vitest'
import { askingWords } from '../../../src/main/search/question-words.ts'
import { parseQuery } from '../../../src/shared/query/parse-query.ts'
import { createWorld, openWorld } from './support/search-world.ts'

const askingOf = (query: string, ...languages: readonly string[]): readonly string[] =>
  askingWords(parseQuery(query, '2026-01-01T00:00:00.000Z').root, languages)

it.each([
  ['What did the Panthers win?', 'en', ['"what"', '"did"']],
  ['Welche Mannschaft gewann das Spiel?', 'de', ['"welch"']],
  ['¿Cuándo empezó la guerra civil?', 'es', ['"cuand"']],
  ['Πότε άρχισε ο μεγάλος πόλεμος;', 'el', ['"ποτε"']],
  ['ποτε αρχισε ο μεγαλος πολεμος', 'el', ['"ποτε"']],
  ['Türkiye nin en büyük şehri hangisidir', 'tr', ['"hang"']],
  ['युद्ध कब शुरू हुआ था', 'hi', ['"कब"']],
])('knows the words that ask in %s (%s)', (query, language, asking) => {
  expect(askingOf(query, language)).toEqual(asking)
})

it('takes no word for asking where little else is asked, or it is excluded, or in a phrase', () => {
  expect(askingOf('who is what', 'en')).toEqual([])
  expect(askingOf('"what is" ice core drilling -what', 'en')).toEqual([])
})

it('ranks an article of what is asked above one that only asks, and finds both', () => {
  const { add, find } = createWorld(openWorld())
  for (let at = 0; at < 6; at += 1) add({ title: `filler ${String(at)}`, body: 'glacier snow drilling core' })
  add({ title: 'asks', body: 'what which who whom ice' })
  add({ title: 'tells', body: 'antarctica ice was there' })
  const found = find('what ice core in antarctica', 'any')
  expect(found).toContain('asks')
  expect(found.indexOf('tells')).toBeLessThan(found.indexOf('asks'))
})
