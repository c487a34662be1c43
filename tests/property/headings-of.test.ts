import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { writeReaderHtml } from '../../src/main/import/clean/write-reader-html.ts'
import type { Markup } from '../../src/main/import/markup.ts'
import type { Heading } from '../../src/shared/model/heading.ts'
import { headingAt, headingsOf } from '../../src/shared/text/headings-of.ts'
import { cleanOptions } from '../support/clean-options.ts'

/** A node's text with the letters of links that hold no word taken out, each for a space. */
function withoutPermalinks(node: Node): string {
  const text = node.textContent ?? ''
  if (node.nodeType === 3) return text
  if (node.nodeName.toLowerCase() === 'a' && !/[\p{L}\p{N}]/u.test(text)) return ' '.repeat(text.length)
  return Array.from(node.childNodes, withoutPermalinks).join('')
}

/** The headings as a parser finds them: the text before each counted node by node. */
function headingsOfDom(html: string): readonly Heading[] {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  const headings: Heading[] = []
  let offset = 0
  const walk = (node: Node, inHeader: boolean): void => {
    for (const child of Array.from(node.childNodes)) {
      if (child.nodeType === 3) {
        offset += child.textContent?.length ?? 0
        continue
      }
      const name = child.nodeName.toLowerCase()
      const content = withoutPermalinks(child)
      const text = content
        .replace(/\s+/g, ' ')
        .replace(/ [#¶§] ?$/, '')
        .trim()
      const start = offset + content.length - content.trimStart().length
      if (!inHeader && /^h[1-6]$/.test(name) && text !== '')
        headings.push({ text, level: Number(name.slice(1)), start })
      walk(child, inHeader || name === 'header')
    }
  }
  const article = document.querySelector('article')
  if (article !== null) walk(article, false)
  return headings
}

const text = fc.oneof(
  fc.constantFrom('a', ' b ', '\n', '\t', '<', '>', '&', '&amp;', '"', '\u00a0', '字', '👩‍🚀', '\u0301', '</h2>', '<!--'),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const names = fc.constantFrom(
  ...'header section div p h1 h2 h3 h4 h5 h6 pre ul li table tr td a em code br img math mi figure figcaption'.split(
    ' ',
  ),
)
const attributes = fc.dictionary(fc.constantFrom('href', 'title', 'alt', 'src', 'id'), text, { maxKeys: 2 })
const { tree } = fc.letrec<{ tree: Markup }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.record({ name: names, attributes, children: fc.array(tie('tree'), { maxLength: 4 }) }),
  ),
}))

describe('headings of reader HTML', () => {
  it('are those that a parser finds, at the offsets of its text', () => {
    let found = 0
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (content) => {
        const { html, text: whole } = writeReaderHtml(content, cleanOptions)
        const headings = headingsOf(html)
        expect(headings).toEqual(headingsOfDom(html))
        for (const heading of headings) {
          found++
          const there = whole.slice(heading.start).replace(/\s+/g, ' ')
          expect(there.startsWith(heading.text.slice(0, 1))).toBe(true)
        }
      }),
      { numRuns: 3000 },
    )
    expect(found).toBeGreaterThan(500)
  })

  it('leave the header out, and say under which one a place stands', () => {
    const html =
      '<article>\n<header>\n<h1>Title</h1>\n</header>\n<p>Tea.</p>\n<h2>Q&amp;A <em>now</em></h2>\n<p>Why?</p>\n</article>'
    const headings = headingsOf(html)
    expect(headings).toEqual([{ text: 'Q&A now', level: 2, start: 14 }])
    expect(headingAt(headings, 13)).toBeNull()
    expect(headingAt(headings, 14)?.text).toBe('Q&A now')
    expect(headingsOf('no article at all')).toEqual([])
  })

  it('have no sign behind or before their words that links to them', () => {
    const html =
      '<article><h2>Wasm<a href="#wasm">#</a></h2><p>x #</p><h2><a href="#c">¶</a> C# <a href="/c">now</a></h2></article>'
    expect(headingsOf(html)).toEqual([
      { text: 'Wasm', level: 2, start: 0 },
      { text: 'C# now', level: 2, start: 10 },
    ])
  })
})
