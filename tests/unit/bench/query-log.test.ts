import { expect, test } from 'vitest'
import { composeArticle } from '../../../bench/corpus/compose-article.ts'
import { STANDARD_CORPUS } from '../../../bench/corpus/corpus-options.ts'
import { generateCorpus } from '../../../bench/corpus/generate-corpus.ts'
import { generateQueries, QUERY_SHARES, type QueryKind } from '../../../bench/corpus/query-log.ts'

const corpus = { ...STANDARD_CORPUS, articles: 200 }
const queries = generateQueries(corpus, 400)
const ofKind = (kind: QueryKind) => queries.filter((query) => query.kind === kind)

test('the log is fixed by the seed', () => {
  expect(generateQueries(corpus, 400)).toEqual(queries)
  expect(generateQueries({ ...corpus, seed: 'other' }, 400)).not.toEqual(queries)
})

test('the kinds stand in the shares that the budget fixes', () => {
  expect(queries).toHaveLength(400)
  for (const [kind, share] of Object.entries(QUERY_SHARES)) {
    expect(queries.filter((query) => query.kind === kind)).toHaveLength(share * 400)
  }
})

test('the kinds are mixed, not in blocks', () => {
  expect(new Set(queries.slice(0, 60).map(({ kind }) => kind)).size).toBe(5)
})

test('queries of words and phrases find at least one article', () => {
  const texts = [...generateCorpus(corpus)].map(({ text }) =>
    text.toLowerCase().replace(/[.,]/g, '').replace(/\s+/g, ' '),
  )
  const finds = (wanted: readonly string[]): boolean =>
    texts.some((text) => wanted.every((piece) => ` ${text} `.includes(` ${piece} `)))
  for (const { words } of ofKind('words')) expect(finds(words), words.join(' ')).toBe(true)
  for (const { words } of ofKind('phrase')) expect(finds([words.join(' ')]), words.join(' ')).toBe(true)
})

test('each kind is written in the query language', () => {
  for (const { query } of ofKind('words')) expect(query).toMatch(/^\p{L}+( \p{L}+){1,2}$/u)
  for (const { query } of ofKind('phrase')) expect(query).toMatch(/^"[^"]+"$/)
  for (const { query } of ofKind('filter')) expect(query).toMatch(/(title|publication|after|by|tag|lang):/)
  for (const { query } of ofKind('common')) expect(query).toMatch(/^\p{L}+$/u)
  for (const { query } of ofKind('exclude')) expect(query).toMatch(/^\p{L}+( -\p{L}+|\*)$/u)
})

test('a Japanese log writes phrases without spaces', () => {
  const japanese = generateQueries({ ...corpus, language: 'ja' }, 40)
  for (const { kind, query } of japanese) if (kind === 'phrase') expect(query).not.toContain(' ')
  expect(composeArticle({ ...corpus, language: 'ja' }, 0).article.text).toContain('。')
})
