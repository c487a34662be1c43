import { describe, expect, it } from 'vitest'
import type { Markup } from '../../../../src/main/import/markup.ts'
import { extractMarkdown } from '../../../../src/main/import/markdown/extract-markdown.ts'
import { readFrontMatter } from '../../../../src/main/import/markdown/read-front-matter.ts'

function extract(source: string, url: string | null = null): ReturnType<typeof extractMarkdown> {
  return extractMarkdown(source, { fileName: null, url })
}

function htmlOf(node: Markup): string {
  if (typeof node === 'string') return node
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${value}"`)
  return `<${node.name}${attributes.join('')}>${node.children.map(htmlOf).join('')}</${node.name}>`
}

function html(source: string, url: string | null = null): string {
  return extract(source, url).content.map(htmlOf).join('').replaceAll('\n', '')
}

const clipped = `---
title: "A \\"quoted\\" title"
source: https://example.org/a?b=1
author:
  - "[[Ana Ruiz]]"
  - "[[people/bo|Bo Li]]"
published: 2024-03-01
created: 2024-03-05
description: What it says
tags:
  - clippings
  - "#two words"
rating: 5
---
Text.
`

describe('readFrontMatter', () => {
  it('reads what web clippers write, whole', () => {
    expect(readFrontMatter(clipped)).toEqual({
      facts: {
        title: 'A "quoted" title',
        standfirst: 'What it says',
        byline: 'Ana Ruiz, Bo Li',
        published: '2024-03-01',
      },
      tags: ['clippings', 'two words'],
      url: 'https://example.org/a?b=1',
      captured: '2024-03-05T00:00:00.000Z',
      rest: 'Text.\n',
      fields: expect.objectContaining({ rating: 5 }) as object,
      notes: [{ kind: 'unknown-field', details: { field: 'rating', value: 5 } }],
    })
  })

  it.each([
    ['url', 'https://example.org/'],
    ['link', 'https://example.org/'],
  ])('knows the key %s', (key, value) => {
    expect(readFrontMatter(`---\n${key}: ${value}\n---\n`).url).toBe(value)
  })

  it('reads CRLF, a byte order mark, and tags in one line', () => {
    const read = readFrontMatter('\uFEFF---\r\ntitle: Tides\r\ntags: sea, "moon"\r\nauthor: Ana Ruiz\r\n---\r\nText')
    expect(read).toMatchObject({ facts: { title: 'Tides', byline: 'Ana Ruiz' }, rest: 'Text' })
  })

  it('keeps what it does not understand: malformed YAML as text, odd values as notes', () => {
    expect(readFrontMatter('---\ntitle: "open\n---\nText').rest).toBe('---\ntitle: "open\n---\nText')
    const odd = readFrontMatter('---\nsource: my desk\ndate: some day\n---\n')
    expect(odd.notes).toEqual([
      { kind: 'unknown-field', details: { field: 'source', value: 'my desk' } },
      { kind: 'invalid-date', details: { value: 'some day' } },
    ])
    expect([odd.url, odd.facts.published]).toEqual([null, undefined])
  })

  it('takes a rule in the text for no front matter', () => {
    expect(readFrontMatter('Text\n\n---\n\nMore').rest).toBe('Text\n\n---\n\nMore')
  })

  it('does not expand aliases', () => {
    const bomb = '---\na: &a [1,1]\nb: [*a,*a]\n---\nText'
    expect(readFrontMatter(bomb)).toMatchObject({ rest: bomb, notes: [] })
  })
})

describe('extractMarkdown', () => {
  it('takes the first heading for the title, and what stands below it for the byline', () => {
    const { facts, content } = extract('# The island\n\nBy Ana Ruiz | June 3, 2021\n\nText.\n\n## More\n')
    expect(facts).toMatchObject({ title: 'The island', byline: 'Ana Ruiz', published: '2021-06-03' })
    expect(content.map(htmlOf).join('')).toBe(
      '<header><h1>The island</h1><p class="byline">By Ana Ruiz | June 3, 2021</p></header><p>Text.</p><h2>More</h2>',
    )
  })

  it('lets front matter win over the text', () => {
    expect(extract('---\ntitle: Tides\n---\n# Another\n\nText').facts.title).toBe('Tides')
  })

  it('writes tables, task lists, strike-through and code', () => {
    expect(html('| a | b |\n|---|---|\n| 1 | 2 |')).toContain('<th>a</th>')
    expect(html('~~old~~ `x < y`')).toBe('<p><del>old</del> <code>x < y</code></p>')
    expect(html('```js\nlet a\n```')).toContain('<pre><code class="language-js">let a')
  })

  it('takes highlights out of the text and gives them with their context', () => {
    const { content, highlights } = extract('One ==marked *words* here== two, and a == b == c.')
    expect(content.map(htmlOf).join('')).toBe('<p>One marked <em>words</em> here two, and a == b == c.</p>')
    expect(highlights).toMatchObject([{ quote: 'marked words here', prefix: 'One ', suffix: ' two, and a == b == c.' }])
  })

  it('keeps footnotes, which look like links without a text', () => {
    expect(html('Text[^1].\n\n[^1]: The note.')).toBe(
      '<p>Text<sup><a href="#fn-1">1</a></sup>.</p><p id="fn-1">[1] The note.</p>',
    )
  })

  it('keeps relative pictures, and makes them absolute when the page is known', () => {
    expect(html('![alt](img/a.png)')).toContain('src="img/a.png"')
    expect(extract('![alt](img/a.png)', 'https://example.org/b/').leadImageUrl).toBe('https://example.org/b/img/a.png')
  })

  it('keeps the text of raw HTML and drops scripts', () => {
    expect(html('A <u>b</u> <script>c()</script>d')).toBe('<p>A <u>b</u> d</p>')
    expect(
      extract('<figure><img src="a.png"><figcaption>A man. (Photo: Bo Li)</figcaption></figure>').captions,
    ).toEqual([{ text: 'A man.', credit: 'Bo Li' }])
  })

  it('reads what is nested beyond reason as plain text, and says so', () => {
    const { extractor, notes } = extract(`${'> '.repeat(20_000)}x`)
    expect(extractor).toBe('plain-text')
    expect(notes).toContainEqual({ kind: 'text-as-is', details: { reason: 'too-deep' } })
  })
})
