import { expect, test } from 'vitest'
import { extractHtml } from '../../../../src/main/import/html/extract-html.ts'
import { textOfMarkup } from '../../../../src/main/import/html/text-of-markup.ts'
import { valueOf } from '../../../support/value-of.ts'

const SENTENCE = 'The harbour froze on Tuesday, and by Thursday the ferry stood in it like a house in a field.'

function pageWith(body: string): string {
  const paragraphs = Array.from({ length: 6 }, (_, index) => `<p>${SENTENCE} It was day ${String(index)}.</p>`)
  return `<html lang="en"><body><article><h1>Ice in the harbour</h1>${body}${paragraphs.join('')}</article></body></html>`
}

test('the place that opens a report is text, though it is called a dateline', () => {
  const page = pageWith(`<p><span class="dateline">NORTHHAVEN, Skarv</span> – ${SENTENCE}</p>`)
  const { content } = valueOf(extractHtml(page, { url: null }))
  expect(textOfMarkup(content)).toContain(`NORTHHAVEN, Skarv – ${SENTENCE}`)
  expect(JSON.stringify(content)).toContain(
    '{"name":"span","attributes":{"class":"dateline"},"children":["NORTHHAVEN, Skarv"]}',
  )
})

test('a dateline that is a line of its own is still none of the text', () => {
  const page = pageWith('<p><span class="dateline">Northhaven desk</span></p>')
  const { content } = valueOf(extractHtml(page, { url: null }))
  expect(textOfMarkup(content)).not.toContain('Northhaven desk')
})

test.each([
  ['Photograph: Bram Ottley', 'Bram Ottley'],
  ['Photo by Ana Ruiz', 'Ana Ruiz'],
  ['Фото: Остап Лемеха', 'Остап Лемеха'],
  ['写真：浜口 亮', '浜口 亮'],
  ['Photographers’ Union', 'Photographers’ Union'],
])('the credit %s names %s', (credit, name) => {
  const figure = `<figure><img src="a.jpg"><figcaption>Ice. <span class="credit">${credit}</span></figcaption></figure>`
  const { captions } = valueOf(extractHtml(pageWith(figure), { url: null }))
  expect(captions).toEqual([{ text: 'Ice.', credit: name }])
})

test('a reading stands over its word, and is none of the text', () => {
  const page = pageWith('<p>子どもへの<ruby>虐<rp>(</rp><rt>ぎゃく</rt>待<rt>たい</rt><rp>)</rp></ruby>をなくす。</p>')
  const { content } = valueOf(extractHtml(page, { url: null }))
  expect(textOfMarkup(content)).toContain('子どもへの虐待をなくす。')
  expect(JSON.stringify(content)).toContain(
    '{"name":"ruby","attributes":{"title":"ぎゃくたい"},"children":["虐","待"]}',
  )
})

test('the standfirst that the page shows is a fact, also where no meta tag says it', () => {
  const page = pageWith('<p class="standfirst">Twice a day the sea comes for the street.</p>')
  expect(valueOf(extractHtml(page, { url: null })).facts.standfirst).toBe('Twice a day the sea comes for the street.')
})

test('a name beside a date, parted by strokes, is the author; a place is none', () => {
  const shown = (line: string): string | null =>
    valueOf(extractHtml(pageWith(`<div><small>${line}</small></div>`), { url: null })).facts.byline
  expect(shown('04.02.2022 | 13:10 Uhr | Ana Ruiz')).toBe('Ana Ruiz')
  expect(shown('Bo Li // 3 March 2021')).toBe('Bo Li')
  expect(shown('04.02.2022 | Hafen')).toBeNull()
})

test('a headline with readings over its words is the headline, and stands once', () => {
  const paragraphs = `<p>${'港は火曜日に凍り、木曜日には渡し船がその中に立っていた。'.repeat(8)}</p>`.repeat(3)
  const page = `<html lang="ja"><head><title>港の春 | 新聞</title></head><body><article><h1><ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>の春</h1>${paragraphs}</article></body></html>`
  const { facts, content } = valueOf(extractHtml(page, { url: null }))
  expect(facts.title).toBe('港の春')
  expect(content[0]).toMatchObject({ name: 'header', children: [{ name: 'h1', children: ['港の春'] }] })
  expect(textOfMarkup(content).match(/港の春/g)).toHaveLength(1)
})
