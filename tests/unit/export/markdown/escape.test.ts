import { marked } from 'marked'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { containNote } from '../../../../src/main/export/markdown/contain-note.ts'
import {
  escapeLine,
  escapeText,
  indentBlock,
  quoteBlock,
} from '../../../../src/main/export/markdown/escape-markdown.ts'

test.each([
  ['# Not a heading', '\\# Not a heading'],
  ['1. Not a list', '1\\. Not a list'],
  ['- no item', '\\- no item'],
  ['a *star* and _line_', 'a \\*star\\* and \\_line\\_'],
  ['<script>', '\\<script\\>'],
  ['two\nlines', 'two lines'],
  ['AT&T &amp; co', 'AT&T \\&amp; co'],
  ['---', '\\---'],
  ['2022 was long', '2022 was long'],
])('%j is written %j', (text, markdown) => {
  expect(escapeLine(text)).toBe(markdown)
})

test('any line of text reads back as it was', () => {
  const entities: Readonly<Record<string, string>> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
  }
  // Half the alphabet is markup, so that short texts meet much of it.
  const character = fc.constantFrom(...Array.from('#*_`[]()<>!-+=|~\\&;.123 abäж'))
  fc.assert(
    fc.property(fc.string({ unit: character, minLength: 1, maxLength: 30 }), (raw) => {
      const text = raw.replace(/\s+/g, ' ').trim()
      fc.pre(text !== '')
      const html = marked.parse(escapeLine(text), { async: false })
      const shown = html.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)
      expect(shown.trim()).toBe(`<p>${text}</p>`)
    }),
    { numRuns: 1000 },
  )
})

test('text of several lines keeps lines and paragraphs', () => {
  expect(escapeText('one\ntwo\n\n\n# three')).toBe('one\\\ntwo\n\n\\# three')
})

test('a block is quoted and indented line by line', () => {
  expect(quoteBlock('a\n\nb')).toBe('> a\n>\n> b')
  expect(indentBlock('a\nb', 2)).toBe('a\n  b')
})

test.each([
  ['emphasis, links and lists stay', '*a* [b](https://b.example)\n- c', '*a* [b](https://b.example)\n- c'],
  ['a rule is escaped', 'a\n---\nb', 'a\n\\---\nb'],
  ['an underline of equal signs is escaped', 'a\n===', 'a\n\\==='],
  ['a heading is escaped', '# a\n## b', '\\# a\n\\## b'],
  ['HTML is shown, links in angles stay', '<!-- x <b> <https://a.example>', '\\<!-- x \\<b> <https://a.example>'],
  ['an open fence is closed', '```\n# code\n', '```\n# code\n```'],
  ['a closed fence stays as it is', '```js\n---\n```\n---', '```js\n---\n```\n\\---'],
])('in a note %s', (_what, note, contained) => {
  expect(containNote(note)).toBe(contained)
})
