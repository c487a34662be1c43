import { expect, test } from 'vitest'
import { missingFacts } from '../../../../src/renderer/reader/missing-facts.ts'
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
