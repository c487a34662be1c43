import { describe, expect, it } from 'vitest'
import { extractHtml } from '../../src/main/import/html/extract-html.ts'
import { textOfMarkup } from '../../src/main/import/html/text-of-markup.ts'
import type { Extracted } from '../../src/main/import/extracted.ts'
import type { Markup, MarkupElement } from '../../src/main/import/markup.ts'
import * as pages from './html-pages.ts'

function extract(html: string, url: string | null = 'https://gull.example/2022/harbour'): Extracted {
  const result = extractHtml(html, { url })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

function named(markup: readonly Markup[], name: string): readonly MarkupElement[] {
  return markup.flatMap((node) =>
    typeof node === 'string' ? [] : [...(node.name === name ? [node] : []), ...named(node.children, name)],
  )
}

function text(extracted: Extracted): string {
  return textOfMarkup(extracted.content)
}

describe('a news page', () => {
  const article = extract(pages.NEWS)

  it('gives its facts', () => {
    expect(article.facts).toEqual({
      title: 'Harbour closed by storm',
      standfirst: 'Ferries stay in port until the wind turns, and perhaps longer.',
      byline: 'Ann Example, Bo Sample',
      publication: 'The Daily Gull',
      section: 'Coast',
      published: '2022-06-24T17:30:00+01:00',
      language: 'en',
      contributors: [],
    })
    expect(article.leadImageUrl).toBe('https://gull.example/storm.jpg')
  })

  it('begins with the header that the page shows, and says it once', () => {
    const [header] = article.content
    expect(header).toMatchObject({ name: 'header' })
    expect(textOfMarkup(named(article.content, 'header'))).toBe(
      'Harbour closed by storm\nFerries stay in port until the wind turns, and perhaps longer.\nBy Ann Example and Bo Sample\n24 June 2022',
    )
    expect(text(article).split('Ferries stay in port')).toHaveLength(2)
  })

  it('keeps the picture with caption and credit, and takes the lazy address', () => {
    expect(article.captions).toEqual([{ text: 'Waves at the pier.', credit: 'Cy Lens/Agency' }])
    expect(named(article.content, 'img')[0]?.attributes).toMatchObject({
      src: 'https://gull.example/big.jpg',
      alt: 'Waves',
    })
  })

  it('keeps the box beside the text as an aside', () => {
    expect(article.asides[0]?.title).toBe('The sea wall')
    expect(named(article.content, 'aside')).toHaveLength(1)
  })

  it('leaves navigation, cookies, related links, comments and copyright out', () => {
    expect(text(article)).toContain('The last word belongs to the sea.')
    expect(text(article)).not.toMatch(/cookies|Ten piers|First reader|All rights|Home/)
  })
})

describe('pages of other shapes', () => {
  it('a blog post without meta data: visible author and date, footnotes kept', () => {
    const { facts, ...article } = extract(pages.BLOG, null)
    expect(facts).toMatchObject({
      title: 'Warum ich Netze flicke',
      byline: 'Jan Muster',
      published: '2022-06-24',
      language: 'de',
    })
    expect(textOfMarkup(article.content)).toContain('So steht es bei Storm')
    expect(textOfMarkup(article.content)).not.toMatch(/Über Krabben|Teilen/)
  })

  it('documentation: code as it is written, tables and numbering whole', () => {
    const { content, facts } = extract(pages.DOCS)
    expect(facts.title).toBe('Reading files')
    const [code] = named(content, 'code')
    expect(code?.attributes['class']).toBe('language-js')
    expect(code?.children.filter((child) => typeof child === 'string').join('')).toBe(
      "const net = open('a.txt')\nif (net < 3) {\n  mend(net)\n}",
    )
    expect(named(content, 'td')[1]?.attributes['colspan']).toBe('2')
    expect(named(content, 'th')[0]?.attributes['scope']).toBe('col')
    expect(named(content, 'ol')[0]?.attributes['start']).toBe('3')
  })

  it('a live blog: every update', () => {
    const article = extract(pages.LIVE_BLOG)
    expect(article.facts.published).toBe('2022-06-24T06:00:00Z')
    for (const update of ['Update 0', 'Update 1', 'Update 2', 'Update 3']) expect(text(article)).toContain(update)
  })

  it('a recipe: its author, ingredients and steps', () => {
    const article = extract(pages.RECIPE)
    expect(article.facts).toMatchObject({ title: 'Fish soup', byline: 'Di Cook', published: '2021-02-03' })
    expect(text(article)).toContain('500 g cod')
    expect(text(article)).toContain('Add the stock')
  })

  it('a Japanese page: title without the name of the paper, date and author', () => {
    const article = extract(pages.JAPANESE, null)
    expect(article.facts).toMatchObject({
      title: '嵐で港が閉鎖',
      published: '2022-06-24',
      byline: '山田太郎',
      language: 'ja',
    })
    expect(text(article)).toContain('漁師たちは箱に座り')
  })

  it('a page from right to left: direction kept, Arabic digits read', () => {
    const article = extract(pages.RTL, null)
    expect(article.facts).toMatchObject({ title: 'العاصفة تغلق الميناء', published: '2022-06-24', language: 'ar' })
    expect(named(article.content, 'p').some((paragraph) => paragraph.attributes['dir'] === 'rtl')).toBe(true)
  })

  it('a fragment without html and body: all of its text', () => {
    const article = extract(pages.FRAGMENT, null)
    expect(text(article)).toContain('The harbour had been closed')
    expect(text(article)).toContain('A second paragraph that was never closed, with bold text.')
  })

  it('an old page in capitals and with tags never closed', () => {
    const article = extract(pages.BROKEN, 'https://old.example/a/b.html')
    expect(article.facts).toMatchObject({ title: 'Old page', byline: 'Ed Olden' })
    expect(text(article)).toContain('The council will meet on Thursday')
    expect(named(article.content, 'a')[0]?.attributes['href']).toBe('https://old.example/a/next.html')
  })

  it('the beginning of an article behind a paywall: says so', () => {
    const article = extract(pages.PAYWALL)
    expect(text(article)).toContain('The harbour had been closed')
    expect(article.notes.map(({ kind }) => kind)).toContain('suspected-paywall')
  })

  it('a page that is only a cookie banner: its text with a note, not nothing', () => {
    const article = extract(pages.COOKIES_ONLY)
    expect(text(article)).toContain('We value your privacy')
    expect(article.notes.map(({ kind }) => kind)).toContain('no-article-found')
  })

  it('a page without any text is a failure with its reason', () => {
    for (const html of ['', '<html><body></body></html>', '<script>var a = "text"</script><img src="a.png">']) {
      expect(extractHtml(html, { url: null })).toMatchObject({ ok: false, error: { code: 'import/empty' } })
    }
  })

  it('nesting deeper than 512 is a failure with its reason, and 300 levels are an article', () => {
    const nested = (depth: number): string => `${'<div>'.repeat(depth)}<p>${pages.PROSE}</p>${'</div>'.repeat(depth)}`
    expect(extractHtml(nested(20_000), { url: null })).toMatchObject({ ok: false, error: { code: 'import/too-deep' } })
    expect(text(extract(nested(300)))).toContain('The council will meet')
  })

  it('no script, handler or style comes out, wherever it stood', () => {
    const hostile = `<article><h1>Storm</h1><script>alert(1)</script><style>p{color:red}</style><svg><script>x()</script></svg>${pages.PROSE}
      <p onclick="steal()" style="color:red"><template><b>inert words</b></template><noscript>turn it on</noscript>Words with handlers, and enough of them to stay.</p></article>`
    const { content } = extract(hostile)
    expect(JSON.stringify(content)).not.toMatch(/alert|steal|color:red|inert words|turn it on|"script"|"svg"/)
    expect(textOfMarkup(content)).toContain('Words with handlers')
  })
})
