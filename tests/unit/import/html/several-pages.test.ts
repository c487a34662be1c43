import { describe, expect, it } from 'vitest'
import { parsePage } from '../../../../src/main/import/html/parse-page.ts'
import { severalPagesNotes } from '../../../../src/main/import/html/several-pages.ts'
import { surveyPage } from '../../../../src/main/import/html/survey.ts'

function pagesOf(url: string | null, head: string): unknown {
  const page = parsePage(`<!doctype html><html><head>${head}</head><body><p>Words</p></body></html>`)
  if (!page.ok) throw new Error(page.error.code)
  return severalPagesNotes(surveyPage(page.value, url))[0]?.details
}

const next = (href: string): string => `<link rel="next" href="${href}">`
const previous = (href: string): string => `<link rel="prev" href="${href}">`

describe('a page of several', () => {
  it.each([
    ['https://example.org/2023/05/the-long-way/', '/2023/05/the-long-way/2/'],
    ['https://example.org/2023/05/the-long-way/', 'https://www.example.org/2023/05/the-long-way/page/2'],
    ['https://example.org/story-about-rivers.html', 'story-about-rivers-2.html'],
    ['https://example.org/story-about-rivers,1.html', 'story-about-rivers,2.html'],
    ['https://example.org/kultur/der-weg-a-1234/seite-2', 'seite-3'],
    ['https://example.org/a?id=77', '/a?id=77&page=2'],
    ['https://example.org/a?id=77&page=4#top', '/a?page=5&id=77'],
  ])('%s goes on at %s', (url, href) => {
    expect(pagesOf(url, next(href))).toEqual({ next: new URL(href, url).href, previous: null })
  })

  it('is known by what stands before it too, and by its canonical address', () => {
    const url = 'https://example.org/the-long-way/3'
    const head = `<link rel="canonical" href="${url}">${previous('/the-long-way/2')}${next('/the-long-way/4')}`
    expect(pagesOf(null, head)).toEqual({
      next: 'https://example.org/the-long-way/4',
      previous: 'https://example.org/the-long-way/2',
    })
  })

  it.each([
    ['another article', 'https://example.org/2023/05/the-long-way/', '/2023/06/the-short-way/'],
    ['the next month', 'https://example.org/2023/05/', '/2023/06/'],
    ['the next number of a post', 'https://example.org/post/123', '/post/124'],
    ['the next small number of a post', 'https://example.org/post/3', '/post/4'],
    ['a year in the name', 'https://example.org/best-books-2023', '/best-books-2024'],
    ['another site', 'https://example.org/the-long-way', 'https://elsewhere.example/the-long-way/2'],
    ['a page after the next', 'https://example.org/the-long-way/2', '/the-long-way/5'],
    ['itself', 'https://example.org/the-long-way', '/the-long-way#more'],
    ['no address', 'https://example.org/the-long-way', 'javascript:void(0)'],
  ])('%s is no page of it', (_what, url, href) => {
    expect(pagesOf(url, next(href))).toBeUndefined()
  })

  it('is not told where the page’s own address is not known', () => {
    expect(pagesOf(null, next('https://example.org/the-long-way/2'))).toBeUndefined()
  })
})
