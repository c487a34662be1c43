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

  it('is not what readers wrote below it, even where they wrote more', () => {
    const text = textOf(
      `<div class="post"><h1>Ice in the harbour</h1><div class="text">${paragraphs('ice', 12)}</div>
       <div class="article_footer_comments"><div class="comment_item">${paragraphs('a reader', 30)}</div></div></div>`,
      'Ice in the harbour',
    )
    expect(text).toContain('Part 11 of ice')
    expect(text).not.toContain('a reader')
  })

  it('is what readers wrote, where there is nothing else', () => {
    const text = textOf(
      `<h1>Which ferry is best?</h1><div class="comments"><div>${paragraphs('an answer', 20)}</div></div>`,
      'Which ferry is best?',
    )
    expect(text).toContain('Part 19 of an answer')
  })

  it('keeps the words of a link within a sentence, whatever the link is called', () => {
    const text = textOf(
      `<article><h1>Ice</h1>${paragraphs('ice', 5)}<p>He met <a class="popup" href="/x">the oldest pilot</a> of the port.</p></article>`,
      'Ice',
    )
    expect(text).toContain('He met the oldest pilot of the port.')
  })

  it('keeps the passages of a page builder, and drops its lists of links', () => {
    const link = '<li><a href="/x">Twelve piers to see before they are gone</a></li>'
    const text = textOf(
      `<article><h1>Ice</h1><div class="widget">${paragraphs('ice', 4)}</div>
       <div class="widget"><h4>Seen today</h4><ul>${link.repeat(3)}</ul></div>
       <div class="widget">${paragraphs('snow', 4)}</div><div class="widget">${paragraphs('rain', 4)}</div></article>`,
      'Ice',
    )
    expect(text).toContain('Part 3 of ice')
    expect(text).toContain('Part 3 of snow')
    expect(text).toContain('Part 3 of rain')
    expect(text).not.toContain('Seen today')
  })

  it('is read where a page shows it to readers without scripts', () => {
    const text = textOf(
      `<div class="widget"><h1><a href="/ice">Ice</a></h1><div class="body"><noscript>${paragraphs('ice', 8)}</noscript></div></div>
       <ul class="archive">${'<li><a href="/y">May</a></li>'.repeat(20)}</ul>`,
      'Ice',
    )
    expect(text).toContain('Part 7 of ice')
    expect(text).not.toContain('May')
  })

  it('loses what no screen shows', () => {
    const text = textOf(
      `<article><h1>Ice</h1>${paragraphs('ice', 5)}<span class="hidden">https://example.org/a.jpg 1707 2560</span></article>`,
      'Ice',
    )
    expect(text).not.toContain('1707')
  })

  it('keeps a sentence that is its standfirst too', () => {
    const said = 'The ferries stay in port until the ice is gone, said the harbour master on Monday evening.'
    const text = textOf(
      `<article><h1>Ice in the harbour</h1><div class="subheadline">${said}</div>
       <div class="body"><p>There will be no ferry this week, and perhaps none in the next one either.</p><p>${said}</p>${paragraphs('ice', 5)}</div></article>`,
      'Ice in the harbour',
    )
    expect(text.split(said)).toHaveLength(3)
  })

  it('keeps a section of the article that is called like a standfirst', () => {
    const text = textOf(
      `<article><h1>Walls</h1>${paragraphs('walls', 5)}<div class="text-with-subheadline"><h3>What it takes</h3><p>Any room will do, if there is space enough for a second wall.</p></div></article>`,
      'Walls',
    )
    expect(text.indexOf('Any room will do')).toBeGreaterThan(text.indexOf('Part 4'))
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
