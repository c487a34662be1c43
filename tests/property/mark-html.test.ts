import { globSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeReaderHtml } from '../../src/main/import/clean/write-reader-html.ts'
import type { Markup } from '../../src/main/import/markup.ts'
import { markHtml, type HtmlMark } from '../../src/main/ipc/router/mark-html.ts'
import { cleanOptions } from '../support/clean-options.ts'
import { hasSharedData, sharedData } from '../support/shared-data.ts'
import { specMarkupOfPage, specMarkupOfReaderHtml, textOf } from '../support/spec-parser.ts'

const names = (
  'header aside section div blockquote figure figcaption p h1 h2 pre ul ol li dl dt dd table caption thead tbody tr th td ' +
  'br img a b code em ruby rt span sub mark math mrow mi mtext mfrac'
).split(' ')
const text = fc.constantFrom(' ', '\n', 'a', 'b c', '<', '&', '&amp;', '"', "'", '\u00a0', '字', '😀', '>\n')
const attributes = fc.constantFrom({}, { href: 'https://example.org/?a>b' }, { title: 'a "b" > c' }, { src: 'x.png' })
const { tree } = fc.letrec<{ tree: Markup; children: Markup[] }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    text,
    fc.record({ name: fc.constantFrom(...names), attributes, children: tie('children') }),
  ),
  children: fc.array(tie('tree'), { maxLength: 5 }),
}))
const content = fc.array(tree, { maxLength: 6 })
const range = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 }))

const isPen = ({ attributes: { class: name = '' } }: Exclude<Markup, string>): boolean => name.startsWith('pen-')

/** The tree without the marks that were written into it, texts beside each other joined. */
function withoutPens(markup: readonly Markup[]): readonly Markup[] {
  const flat = markup.flatMap((node): readonly Markup[] => {
    if (typeof node === 'string') return [node]
    const children = withoutPens(node.children)
    return isPen(node) ? children : [{ ...node, children }]
  })
  return flat.reduce<readonly Markup[]>((joined, node) => {
    const last = joined.at(-1)
    return typeof node === 'string' && typeof last === 'string'
      ? [...joined.slice(0, -1), last + node]
      : [...joined, node]
  }, [])
}

/** Every UTF-16 code unit of the text: whether it is marked, and whether it lies in a formula. */
function unitsOf(markup: readonly Markup[], marked = false, formula = false): readonly [boolean, boolean, string][] {
  return markup.flatMap((node) =>
    typeof node === 'string'
      ? node.split('').map((unit): [boolean, boolean, string] => [marked, formula, unit])
      : unitsOf(node.children, marked || isPen(node), formula || node.name === 'math'),
  )
}

/** What is wrong with marked reader HTML, as the HTML standard reads it. */
function faultsOf(html: string, stored: string, marks: readonly HtmlMark[]): readonly string[] {
  const marked = specMarkupOfReaderHtml(markHtml(html, marks))
  const faults: string[] = []
  if (textOf(marked) !== stored) faults.push('another text')
  const before = JSON.stringify(specMarkupOfReaderHtml(html))
  if (JSON.stringify(withoutPens(marked)) !== before) faults.push('another tree')
  unitsOf(marked).forEach(([isMarked, inFormula, unit], at) => {
    const wanted = marks.some(({ start, end }) => start <= at && at < end)
    if (isMarked && !wanted) faults.push(`marked at ${String(at)}`)
    if (!isMarked && wanted && !inFormula && unit.trim() !== '') faults.push(`not marked at ${String(at)}`)
  })
  return faults
}

const yellow = (start: number, length: number): HtmlMark => ({
  ...{ start, end: start + length, color: 'yellow', note: null },
})

describe('Highlights in reader HTML', () => {
  it('leave text and tree of any article as they are, and mark what they name and nothing else', () => {
    fc.assert(
      fc.property(content, fc.array(range, { maxLength: 4 }), (markup, ranges) => {
        const { html, text: stored } = writeReaderHtml(markup, cleanOptions)
        const marks = ranges.map(([start, length]) => yellow(start, length))
        expect(faultsOf(html, stored, marks)).toEqual([])
      }),
      { numRuns: 3_000 },
    )
  })

  it.skipIf(!hasSharedData)('do so in real pages (skipped when they are absent)', { timeout: 120_000 }, () => {
    const pages = globSync(sharedData('extraction/metadata/pages/*.gz')).sort().slice(0, 60)
    expect(pages.length).toBe(60)
    const faulty = pages.flatMap((page) => {
      const { html, text: stored } = writeReaderHtml(
        specMarkupOfPage(gunzipSync(readFileSync(page)).toString('utf8')),
        cleanOptions,
      )
      const marks = [0.1, 0.3, 0.5, 0.9].map((share) => yellow(Math.floor(stored.length * share), 400))
      return faultsOf(html, stored, marks).map((fault) => `${page}: ${fault}`)
    })
    expect(faulty).toEqual([])
  })
})
