import { describe, expect, it } from 'vitest'
import { findFacts } from '../../../../../src/main/import/html/metadata/find-facts.ts'
import { parsePage } from '../../../../../src/main/import/html/parse-page.ts'
import { surveyPage } from '../../../../../src/main/import/html/survey.ts'
import { valueOf } from '../../../../support/value-of.ts'

function factsOf(body: string, head = '<title>Storm closes harbour</title>') {
  const page = valueOf(parsePage(`<html lang="de"><head>${head}</head><body>${body}</body></html>`))
  return findFacts(surveyPage(page, null)).facts
}

const HEADLINE = '<h1>Storm closes harbour</h1>'

describe('facts that a page shows', () => {
  it('come from the foot of the article too, where blogs write them', () => {
    const foot =
      '<footer class="entry-footer"><span class="author">Von Ann Example</span> <time datetime="2022-06-24">24.6.</time></footer>'
    expect(factsOf(`<article>${HEADLINE}${foot}</article>`)).toMatchObject({
      byline: 'Ann Example',
      published: '2022-06-24',
    })
  })

  it('do not come from the foot of the page', () => {
    const foot =
      '<div class="footer"><span class="author">Von Bob Webmaster</span> <time datetime="2022-06-24">x</time></div>'
    expect(factsOf(`<div>${HEADLINE}</div>${foot}`)).toMatchObject({ byline: null, published: null })
  })

  it('name the author beside a label in an element of its own', () => {
    expect(factsOf(`<article>${HEADLINE}<p><b>Von:</b> <a href="/a">Götz Example</a></p></article>`).byline).toBe(
      'Götz Example',
    )
  })

  it('keep a name whole that the source writes with a character reference', () => {
    expect(factsOf(`<article>${HEADLINE}<span class="author">By Ren&eacute; Example</span></article>`).byline).toBe(
      'René Example',
    )
  })

  it('name people before the organisation that JSON-LD states', () => {
    const ld =
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Storm closes harbour","author":{"@type":"Organization","name":"The Gull"}}</script>'
    expect(factsOf(`<article>${HEADLINE}<span class="author">By Ann Example</span></article>`, ld).byline).toBe(
      'Ann Example',
    )
    expect(factsOf(HEADLINE, ld).byline).toBe('The Gull')
  })

  it('tell the only headline of a page from the words in its window title', () => {
    expect(factsOf('<h1>We fight for good work</h1>', '<title>Work - The Party</title>').title).toBe(
      'We fight for good work',
    )
  })

  it('take the first piece of a window title whose later piece is the headline of the site', () => {
    const title = '<title>The longest music video of the world : Crime Archive | since 2005</title>'
    expect(factsOf('<h1>Crime Archive</h1>', title).title).toBe('The longest music video of the world')
  })

  it.each([
    ['<p>05.02.2022 <span>- Redaktion: Ann Example (speaker of the club)</span></p>', 'Ann Example'],
    ['<p>Autoren Ann Example und Bo Sample</p>', 'Ann Example, Bo Sample'],
    ['<p>Von A. E. am <a href="/">1. Mai</a></p>', 'A. E.'],
    ['<a class="small" href="/about/editors/ann-example/">Ann Example</a>', 'Ann Example'],
    ['<a href="/people/real-life">Real Life</a>', null],
    ['<a href="/authors/">All authors</a>', null],
  ])('name the author of %s: %s', (html, byline) => {
    expect(factsOf(`<article>${HEADLINE}${html}</article>`).byline).toBe(byline)
  })

  it('write out the name of a user whose whole name stands elsewhere', () => {
    const head = '<title>Storm</title><meta name="author" content="annexample">'
    expect(factsOf(`<article>${HEADLINE}<i class="byline">Ann Example</i></article>`, head).byline).toBe('Ann Example')
    const first = '<title>Storm</title><meta name="author" content="Ann">'
    expect(factsOf(`<article>${HEADLINE}<i class="byline">Ann Example</i></article>`, first).byline).toBe('Ann Example')
  })

  it('give way to a byline, and count before nothing, where a card says who wrote it', () => {
    const card = '<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Bo Sample">'
    expect(factsOf(HEADLINE, card).byline).toBe('Bo Sample')
    expect(factsOf(`${HEADLINE}<p>Von Ann Example</p>`, card).byline).toBe('Ann Example')
    expect(factsOf(HEADLINE, card.replace('Verfasst von', 'Lesezeit')).byline).toBeNull()
  })

  it('read what a page writes as the value of its meta elements', () => {
    const head = '<title>Storm</title><meta name="article:published_time" value="2022-06-24">'
    expect(factsOf(HEADLINE, head).published).toBe('2022-06-24')
  })

  it.each(['/', 'https://crime.example', 'https://web.archive.org/web/20160401000000/http://crime.example/'])(
    'take a heading that only leads to %s for the name of the site',
    (href) => {
      const title = '<title>The longest music video of the world : Crime Archive</title>'
      const body = `<h1><a href="${href}">Crime Archive</a></h1><h3 class="entry-title">The longest music video of the world</h3>`
      expect(factsOf(body, title).title).toBe('The longest music video of the world')
    },
  )

  it('keep a first piece that only begins like the name of the site', () => {
    const title = '<title>Buying dogs – Tips for every breed | Buyingdogs24</title>'
    const site = '<meta property="og:site_name" content="Buyingdogs24">'
    expect(factsOf('<h1>Buying dogs – Tips for every breed</h1>', title + site).title).toBe(
      'Buying dogs – Tips for every breed',
    )
  })

  it('prefer the headline to what stands below it, where the window title has both', () => {
    const title = '<title>Thought from the ground - Ann Example weaves local and global : Review</title>'
    expect(factsOf('<h1>Thought from the ground</h1><h2>Ann Example weaves local and global</h2>', title).title).toBe(
      'Thought from the ground',
    )
  })

  it('name the authors of a page whose JSON-LD forgets some', () => {
    const head = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Storm closes harbour","author":{"@type":"Person","name":"Ann Example"}}</script><meta name="author" content="Ann Example, Ben Sample">`
    expect(factsOf(HEADLINE, head).byline).toBe('Ann Example, Ben Sample')
  })
})
