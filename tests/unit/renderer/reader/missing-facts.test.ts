import { expect, test } from 'vitest'
import { missingFacts, placeFacts } from '../../../../src/renderer/reader/missing-facts.ts'
import type { Article } from '../../../../src/shared/model/article.ts'
import type { ReaderHtml } from '../../../../src/shared/model/identity.ts'

const HEADER = 'What the dust remembers\nThe storm tracks jumped.\nBy Maren Lindqvist'

function anArticle(below: string, facts: Partial<Article> = {}): Article {
  const html = '<article><header><p class="dateline">14 May 2023</p></header></article>'
  return {
    title: 'What the dust remembers',
    publication: 'Firn & Field',
    standfirst: 'The storm tracks jumped.',
    byline: 'Maren Lindqvist',
    published: '2023-05-14',
    text: `${HEADER}\n${below}`,
    parts: [{ kind: 'header', start: 0, end: HEADER.length }],
    html: html as ReaderHtml,
    ...facts,
  } as Article
}

test('what the header says is not said again', () => {
  const said = { title: null, standfirst: null, byline: null, published: null }
  expect(missingFacts(anArticle('Ice.'))).toEqual({ ...said, publication: 'Firn & Field' })
})

test('a credit that happens to name the publication does not say where the article is from', () => {
  const article = anArticle('The core. Photograph: Elin Storhaug for Firn & Field')
  expect(missingFacts(article).publication).toBe('Firn & Field')
  expect(missingFacts({ ...article, parts: [] }).publication).toBeNull()
})

test('a fact corrected by hand is missing, for the text still says the old one', () => {
  expect(missingFacts(anArticle('Ice.', { byline: 'M. Lindqvist' })).byline).toBe('M. Lindqvist')
})

test('a header that names one of the authors is not followed by all of them', () => {
  expect(missingFacts(anArticle('Ice.', { byline: 'Maren Lindqvist, Sanae Akiyama' })).byline).toBeNull()
})

test('a standfirst that only repeats the first sentences is left out', () => {
  const standfirst = 'In the spring of 1931 the wind took what was left of the fields, and nobody …'
  const article = anArticle('In the spring of 1931, the wind took what was left of the fields.', { standfirst })
  expect(missingFacts(article).standfirst).toBeNull()
  expect(missingFacts(anArticle('The core came up.', { standfirst })).standfirst).toBe(standfirst)
})

test('what is missing stands below a headline that the text shows, else above the text', () => {
  const article = anArticle('The core came up.', { standfirst: 'Counting layers of ice.', byline: 'Elin Storhaug' })
  const below = { standfirst: 'Counting layers of ice.', byline: 'Elin Storhaug', published: null }
  expect(placeFacts(article)).toMatchObject({ above: { title: null, standfirst: null, byline: null }, below })
  const corrected = { ...article, title: 'Winds of the plains' }
  expect(placeFacts(corrected)).toMatchObject({
    above: { title: 'Winds of the plains', ...below },
    below: { standfirst: null },
  })
})
