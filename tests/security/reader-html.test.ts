import { globSync, readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { textOfReaderHtml } from '../../src/main/import/clean/text-of-reader-html.ts'
import { writeReaderHtml } from '../../src/main/import/clean/write-reader-html.ts'
import { element, type Markup } from '../../src/main/import/markup.ts'
import { cleanOptions } from '../support/clean-options.ts'
import { markupOfDom, markupOfReaderHtml } from '../support/markup-of-dom.ts'
import { faultsOf } from '../support/reader-html-audit.ts'
import { hasSharedData, sharedData } from '../support/shared-data.ts'
import { specMarkupOfPage, specMarkupOfReaderHtml, textOf } from '../support/spec-parser.ts'

/* Everything that would make the written form of a tree unsafe or unstable; empty = wall 1 holds. */
function holes(content: readonly Markup[]): readonly string[] {
  const { html, text } = writeReaderHtml(content, cleanOptions)
  const found = [...faultsOf(html)]
  if (textOfReaderHtml(html) !== text) found.push(`text differs in linkedom: ${html}`)
  if (writeReaderHtml(markupOfReaderHtml(html), cleanOptions).html !== html) found.push(`not a fixed point: ${html}`)
  const reparsed = specMarkupOfReaderHtml(html)
  if (textOf(reparsed) !== text) found.push(`text differs by the standard: ${html}`)
  if (writeReaderHtml(reparsed, cleanOptions).html !== html) found.push(`not a fixed point by the standard: ${html}`)
  return found
}

function holesOfPage(page: string): readonly string[] {
  const wrapped = /<body|<html|<frameset/i.test(page) ? page : `<!doctype html><html><body>${page}</body></html>`
  const byLinkedom = holes(markupOfDom(parseHTML(wrapped).document))
  return [...byLinkedom, ...holes(specMarkupOfPage(page))]
}

describe.skipIf(!hasSharedData)('Hostile pages, written (skipped without the files beside the checkout)', () => {
  it('hold nothing but the allow-list: vectors of H5SC', () => {
    const vectors = readJson('security/h5sc/vectors.json')
    const sources = Array.isArray(vectors) ? vectors.flatMap(vectorOf) : []
    expect(sources.length).toBeGreaterThan(140)
    expect(sources.flatMap(holesOfPage)).toEqual([])
  })

  it('hold nothing but the allow-list: the tree construction tests of html5lib', () => {
    const sources = globSync(sharedData('security/html5lib-tests/tree-construction/**/*.dat')).flatMap((file) =>
      readFileSync(file, 'utf8')
        .split(/^#data\n/m)
        .slice(1)
        .map((test) => test.split(/\n#errors\n/, 1)[0] ?? ''),
    )
    expect(sources.length).toBeGreaterThan(1_500)
    expect(sources.flatMap(holesOfPage)).toEqual([])
  })

  it('hold nothing but the allow-list: naughty strings as text, names and values', () => {
    const strings = readJson('security/blns/blns.json')
    const trees = (Array.isArray(strings) ? strings : []).filter((text) => typeof text === 'string').map(treeOf)
    expect(trees.length).toBeGreaterThan(500)
    expect(trees.flatMap(holes)).toEqual([])
  })
})

describe('Addresses in reader HTML', () => {
  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'blob:https://example.org/x',
    'offprint://article/x',
    'view-source:https://example.org',
    'about:blank',
    'tel:1',
    'ms-office:ofe|u|https://example.org',
    'https://',
    '//[',
  ])('%j is no link and no picture', (url) => {
    const content = ['a', 'blockquote', 'img', 'q'].map((name) =>
      element(name, ['x'], { href: url, src: url, cite: url }),
    )
    expect(writeReaderHtml(content, cleanOptions).html).not.toMatch(/href|src|cite=/)
  })

  it('never lead a picture to the network', () => {
    const content = [
      element('img', [], { src: 'https://tracker.example/pixel.gif', srcset: 'https://tracker.example/2x' }),
    ]
    expect(writeReaderHtml(content, cleanOptions).html).toBe('<article></article>')
    expect(writeReaderHtml(content, { ...cleanOptions, resourceUrl: (url) => url }).html).toBe('<article></article>')
  })
})

describe('Names from Object.prototype', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s is neither element nor attribute', (name) => {
    const attributes = Object.fromEntries([[name, 'x']])
    expect(writeReaderHtml([element(name, [element('p', ['a'], attributes)])], cleanOptions).html).toBe(
      '<article><p>a</p>\n</article>',
    )
  })
})

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(sharedData(path), 'utf8'))
}

function vectorOf(entry: unknown): readonly string[] {
  if (typeof entry !== 'object' || entry === null || !('vector' in entry)) return []
  return typeof entry.vector === 'string' ? [entry.vector] : []
}

function treeOf(text: string): readonly Markup[] {
  const attributes = Object.fromEntries(
    ['href', 'src', 'alt', 'title', 'lang', 'dir', 'class', 'id', 'cite', 'datetime', 'start', text].map((key) => [
      key,
      text,
    ]),
  )
  const names = ['p', 'a', 'img', 'abbr', 'time', 'ol', 'blockquote', 'td', 'math', 'mi', text]
  return [text, ...names.map((name) => element(name, [text], attributes)), element('pre', ['\n', text])]
}
