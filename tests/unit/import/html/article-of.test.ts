import { describe, expect, it } from 'vitest'
import { extractHtml } from '../../../../src/main/import/html/extract-html.ts'
import { textOfMarkup } from '../../../../src/main/import/html/text-of-markup.ts'
import { valueOf } from '../../../support/value-of.ts'

const paragraphs = (about: string, count: number): string =>
  Array.from(
    { length: count },
    (_, index) =>
      `<p>Part ${String(index)} of ${about} says what happened, who saw it, and what it cost in the end.</p>`,
  ).join('')

function textOf(body: string, title: string): string {
  const page = `<html lang="en"><head><title>${title}</title></head><body>${body}</body></html>`
  return textOfMarkup(valueOf(extractHtml(page, { url: null })).content)
}

describe('the article of a page', () => {
  it('is the one under the title, where a page goes on with others', () => {
    const text = textOf(
      `<main><article class="entry"><h1>Ice in the harbour</h1>${paragraphs('ice', 4)}</article>
       <article class="entry"><h1>Goats on the pier</h1>${paragraphs('goats', 9)}</article></main>`,
      'Ice in the harbour',
    )
    expect(text).toContain('Part 3 of ice')
    expect(text).not.toContain('goats')
  })

  it('keeps the entries of a live blog, which are articles inside the article', () => {
    const entry = (name: string): string => `<article><h2>${name}</h2>${paragraphs(name, 2)}</article>`
    const text = textOf(
      `<main><article><h1>Storm, hour by hour</h1>${paragraphs('the storm', 3)}${entry('Noon')}${entry('Evening')}</article></main>`,
      'Storm, hour by hour',
    )
    expect(text).toContain('Part 1 of Noon')
    expect(text).toContain('Part 1 of Evening')
  })

  it('begins with the passage between headline and body', () => {
    const lead = 'Nobody on the quay could say when the ferries would run again, and few asked.'
    const text = textOf(
      `<div class="top"><h1>Ice in the harbour</h1><div class="intro-box"><p>${lead}</p></div></div>
       <div class="frame"><div class="entry-content">${paragraphs('ice', 6)}</div></div>`,
      'Ice in the harbour',
    )
    expect(text.indexOf(lead)).toBeGreaterThanOrEqual(0)
    expect(text.indexOf(lead)).toBeLessThan(text.indexOf('Part 0 of ice'))
  })

  it('has no body in its frame: a page wrapped in one header element is read', () => {
    const text = textOf(`<header><h1>Ice in the harbour</h1>${paragraphs('ice', 6)}</header>`, 'Ice in the harbour')
    expect(text).toContain('Part 5 of ice')
  })

  it('loses the soft hyphens that a page breaks its words with', () => {
    const text = textOf(`<article><h1>Ice</h1>${paragraphs('the har&shy;bour mas&shy;ter', 6)}</article>`, 'Ice')
    expect(text).toContain('the harbour master')
  })

  it('takes what looks like a caption for one, and a long caption for text', () => {
    const long = 'A sentence in the place of a caption that goes on about the ice. '.repeat(8)
    const page = `<html><body><article><h1>Ice</h1><p class="image-caption">Waves at the pier</p>
      ${paragraphs('ice', 6)}<figure><img src="b.jpg"><figcaption>${long}</figcaption></figure></article></body></html>`
    const { captions, content } = valueOf(extractHtml(page, { url: null }))
    expect(captions).toEqual([{ text: 'Waves at the pier', credit: null }])
    expect(textOfMarkup(content)).toContain('goes on about the ice')
  })
})
