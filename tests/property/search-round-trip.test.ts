import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ArticleId, RenditionId } from '../../src/shared/model/identity.ts'
import { createAnalyser } from '../../src/main/search/analyse.ts'
import { createArticleIndex } from '../../src/main/search/article-index.ts'
import { openWorld, searchable, someUnit } from '../unit/search/support/search-world.ts'

const hostile = [
  '"; DROP TABLE article; --',
  'NEAR(a b, 2)',
  'a OR b*',
  '{title}: x',
  '\0nul',
  'ﬀ ™ ℃ ½ ㈱ ﷺ',
  'İstanbul ǅ ẞ',
  '\u0301a',
  'x'.repeat(70_000),
  '９９',
  'ͅ ͺ ;`´',
]
const language = fc.constantFrom('en', 'de', 'fr', 'ru', 'uk', 'ar', 'zh', 'ja', 'und', null)
const body = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 100 }),
  fc.constantFrom(...hostile),
)

it('gives back from the index exactly the tokens that the analysis emitted', () => {
  const database = openWorld()
  const index = createArticleIndex(database)
  const analyse = createAnalyser()
  database.exec(`CREATE VIRTUAL TABLE temp.seen USING fts5vocab('main', 'search_article', 'instance')`)
  const read = database.prepare<[], string>(`SELECT term FROM temp.seen WHERE col = 'body' ORDER BY offset`).pluck()
  const words =
    'Die Straße. L’élection française! Мʼята і їжак, ёлка. العَرَبِيَّة كتاب. 東京都タワー ภาษาไทย हिन्दी 서울 naïve ÅÄÖ'
  const roundTrip = (text: string, lang: string | null): void => {
    const analysed = analyse(searchable({ body: text, language: lang }))
    index.put(someUnit, 1 as ArticleId, 1 as RenditionId, analysed)
    expect(read.all()).toEqual(analysed.columns.body === '' ? [] : analysed.columns.body.split(' '))
    expect(analysed.columns.body).toMatch(/^[a-z0-9 \u0080-\u{10ffff}]*$/u)
    expect(analysed.columns.body.isWellFormed()).toBe(true)
  }
  for (const lang of ['en', 'de', 'fr', 'ru', 'uk', 'ar', 'zh', 'ja', 'und'])
    for (const text of [words, ...hostile]) roundTrip(text, lang)
  fc.assert(fc.property(body, language, roundTrip), { numRuns: 1_500 })
})
