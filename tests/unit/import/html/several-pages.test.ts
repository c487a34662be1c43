import { describe, expect, it } from 'vitest'
import { parsePage } from '../../../../src/main/import/html/parse-page.ts'
import { findSeveralPages, type SeveralPages } from '../../../../src/main/import/html/several-pages.ts'
import { surveyPage } from '../../../../src/main/import/html/survey.ts'

function found(url: string | null, head: string, body = '<p>Words</p>'): SeveralPages | null {
  const page = parsePage(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`)
  if (!page.ok) throw new Error(page.error.code)
  return findSeveralPages(surveyPage(page.value, url))
}

function pagesOf(url: string | null, head: string): unknown {
  const pages = found(url, head)
  return pages === null ? undefined : { next: pages.next, previous: pages.previous }
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

  const url = 'https://example.org/the-long-way'
  const numbers = (...hrefs: readonly string[]): string =>
    `<ul>${hrefs.map((href) => `<li><a href="${href}">${/\d+$/.exec(href)?.[0] ?? '1'}</a></li>`).join('')}</ul>`

  it.each([
    ['the first by the next', url, next('/the-long-way/2'), '', { number: 1, last: 2 }],
    ['the last by the one before', `${url}/3`, previous('/the-long-way/2'), '', { number: 3, last: 3 }],
    [
      'one whose canonical address is the first one’s',
      url,
      previous('/the-long-way/2') + next('/the-long-way/4'),
      '',
      { number: 3, last: 4 },
    ],
    ['the second whose canonical address is the first one’s', url, previous(url), '', { number: 2, last: 2 }],
    [
      'the first by a list of the others',
      url,
      '',
      numbers('/the-long-way/2', '/the-long-way/3'),
      { number: 1, last: 3 },
    ],
    [
      'the middle one by a list of the others',
      url,
      '',
      numbers('/the-long-way', '/the-long-way/3'),
      { number: 2, last: 3 },
    ],
    [
      'one of a list of all by its address',
      `${url}/2`,
      '',
      numbers('/the-long-way', '/the-long-way/2', '/the-long-way/3'),
      { number: 2, last: 3 },
    ],
    [
      'the first by a link in the text',
      url,
      '',
      '<a rel="next" href="/the-long-way/2">Read on</a>',
      { number: 1, last: 2 },
    ],
  ])('is numbered: %s', (_what, at, head, ...rest) => {
    const [body, place] = rest
    expect(found(at, head, body)?.place).toMatchObject(place)
  })

  it('names the addresses by which its article may be known', () => {
    expect(found(`${url}/2/`, previous(url) + next(`${url}/3/`))?.place.addresses).toEqual([
      `${url}/`,
      url,
      `${url}/3/`,
    ])
  })

  it.each([
    ['neighbours that do not follow each other', `${url}/3`, previous('/the-long-way/2') + next('/the-long-way/5'), ''],
    ['an address that says another number', `${url}/4`, previous('/the-long-way/2'), ''],
    ['a list that leaves out two', url, '', numbers('/the-long-way/3')],
    ['pages of its comments', url, '', numbers('/the-long-way/comment-page-2')],
    ['a comment’s page in the query', url, '', '<a href="?page=2#comments">2</a>'],
    ['words for a link', url, '', '<a href="/the-long-way/2">Two rivers</a>'],
    ['numbers that are no pages', url, '', '<a href="/the-long-way/7">2</a>'],
    ['a section', 'https://example.org/politics', next('/politics?page=2'), ''],
  ])('is not told by %s', (_what, at, head, body) => {
    expect(found(at, head, body)).toBeNull()
  })
})
