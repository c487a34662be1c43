import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOfReaderHtml } from '../../src/main/import/clean/text-of-reader-html.ts'
import { writeReaderHtml } from '../../src/main/import/clean/write-reader-html.ts'
import type { Markup } from '../../src/main/import/markup.ts'
import { cleanOptions } from '../support/clean-options.ts'
import { markupOfReaderHtml } from '../support/markup-of-dom.ts'
import { faultsOf } from '../support/reader-html-audit.ts'
import { specMarkupOfReaderHtml, textOf } from '../support/spec-parser.ts'

const names = (
  'header aside footer section div blockquote figure figcaption p h1 h2 pre ul ol li dl dt dd table caption thead tbody ' +
  'tfoot tr th td hr br img a abbr b code del em i q ruby rt rp span sub time math mrow mi mo mtext mfrac mtable mtr mtd ' +
  'article body form details summary script style svg title template xmp plaintext menu font x-card nobr button select'
).split(' ')

const text = fc.oneof(
  fc.constantFrom(
    ' ',
    '\n',
    '\t',
    '\r\n',
    '\f',
    '\u0000',
    'a',
    'b c',
    '\u00a0',
    '\u0301',
    '\u0338',
    '\ud83d',
    '\ude00',
  ),
  fc.constantFrom('<', '>', '&', '&lt', '&amp;', '"', "'", '</p>', '<!--', ']]>', '\u1112', '\u1161', '가', '字', 'א'),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const value = fc.oneof(
  text,
  fc.constantFrom(
    '#n1',
    'n1',
    '/x',
    'javascript:x',
    'x.png',
    'https://example.org/y',
    'mailto:a@b.c',
    'rtl',
    'en',
    '2',
  ),
  fc.constantFrom('byline', 'byline credit x', 'https://example.org/news/story#n1', '%41', '" onload="x', 'block'),
)
const attributeNames = fc.constantFrom(
  ...'href src alt title lang dir class id cite datetime start value reversed colspan scope display onclick style'.split(
    ' ',
  ),
)
const attributes = fc.dictionary(attributeNames, value, { maxKeys: 3 })

const { tree } = fc.letrec<{ tree: Markup; children: Markup[] }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    text,
    fc.record({ name: fc.constantFrom(...names), attributes, children: tie('children') }),
  ),
  children: fc.array(tie('tree'), { maxLength: 5 }),
}))
const content = fc.array(tree, { maxLength: 6 })

describe('Reader HTML written from any tree', () => {
  it('holds the allow-list alone, and its text is the textContent that parsers find', () => {
    fc.assert(
      fc.property(content, (markup) => {
        const { html, text: stored, parts } = writeReaderHtml(markup, cleanOptions)
        expect(faultsOf(html)).toEqual([])
        expect(textOfReaderHtml(html)).toBe(stored)
        expect(textOf(specMarkupOfReaderHtml(html))).toBe(stored)

        expect(stored).not.toMatch(/[\0-\x08\x0b-\x1f]/)
        expect(stored.isWellFormed()).toBe(true)
        let end = 0
        for (const part of parts) {
          expect(part.start).toBeGreaterThanOrEqual(end)
          expect(part.end).toBeGreaterThan(part.start)
          end = part.end
        }
        expect(end).toBeLessThanOrEqual(stored.length)
      }),
      { numRuns: 3_000 },
    )
  })

  it('is a fixed point: parsed and written again it is the same string', () => {
    fc.assert(
      fc.property(content, (markup) => {
        const { html } = writeReaderHtml(markup, cleanOptions)
        expect(writeReaderHtml(markupOfReaderHtml(html), cleanOptions).html).toBe(html)
        expect(writeReaderHtml(specMarkupOfReaderHtml(html), cleanOptions).html).toBe(html)
      }),
      { numRuns: 3_000 },
    )
  })
})
