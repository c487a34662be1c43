import { describe, expect, it } from 'vitest'
import { quoteWithCitation, type CitedArticle } from '../../../../src/renderer/composables/citation.ts'

const article: CitedArticle = {
  title: 'What the dust remembers',
  label: null,
  byline: 'Maren Lindqvist',
  publication: 'Firn & Field',
  published: '2023-05-14',
  url: 'https://firn.example/dust',
}

describe('a quotation with its citation', () => {
  it('says the words, then who, what, where, when and the address', () => {
    expect(quoteWithCitation('That is one spring.', article, 'en')).toBe(
      '“That is one spring.”\n— Maren Lindqvist, “What the dust remembers”, Firn & Field, 14 May 2023\nhttps://firn.example/dust',
    )
  })

  it('does not quote a quotation twice', () => {
    expect(quoteWithCitation('“There,” he says.', article, 'en')).toMatch(/^“There,” he says\.\n/)
  })

  it('leaves out what is not known', () => {
    const bare = { ...article, byline: null, publication: null, published: null, url: null, title: null }
    expect(quoteWithCitation('Words', bare, 'en')).toBe('“Words”')
  })

  it('keeps paragraphs apart without their empty lines', () => {
    expect(quoteWithCitation('One\n \n\nTwo\n', { ...article, url: null }, 'en')).toMatch(/^“One\nTwo”\n/)
  })
})
