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

  it('name the authors of a page whose JSON-LD forgets some', () => {
    const head = `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Storm closes harbour","author":{"@type":"Person","name":"Ann Example"}}</script><meta name="author" content="Ann Example, Ben Sample">`
    expect(factsOf(HEADLINE, head).byline).toBe('Ann Example, Ben Sample')
  })
})
