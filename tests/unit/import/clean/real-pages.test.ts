import { globSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { textOfReaderHtml } from '../../../../src/main/import/clean/text-of-reader-html.ts'
import { writeReaderHtml } from '../../../../src/main/import/clean/write-reader-html.ts'
import type { Markup } from '../../../../src/main/import/markup.ts'
import { cleanOptions } from '../../../support/clean-options.ts'
import { markupOfDom, markupOfReaderHtml } from '../../../support/markup-of-dom.ts'
import { faultsOf } from '../../../support/reader-html-audit.ts'
import { hasSharedData, sharedData } from '../../../support/shared-data.ts'
import { specMarkupOfPage, specMarkupOfReaderHtml, textOf } from '../../../support/spec-parser.ts'

const patterns = ['segments/**/*.gz', 'metadata/**/*.gz', 'metadata/**/*.html', 'readability/*/source.html']
const pages = hasSharedData ? globSync(patterns.map((pattern) => sharedData(`extraction/${pattern}`))) : []

function read(path: string): string {
  const bytes = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/* What is wrong with the written form of one page, if anything. */
function faultsOfPage(content: readonly Markup[]): readonly string[] {
  const { html, text } = writeReaderHtml(content, cleanOptions)
  const faults = [...faultsOf(html)]
  if (textOfReaderHtml(html) !== text) faults.push('the text is not the textContent in linkedom')
  if (writeReaderHtml(markupOfReaderHtml(html), cleanOptions).html !== html) faults.push('not a fixed point')
  const reparsed = specMarkupOfReaderHtml(html)
  if (textOf(reparsed) !== text) faults.push('the text is not the textContent by the standard')
  if (writeReaderHtml(reparsed, cleanOptions).html !== html) faults.push('not a fixed point by the standard')
  return faults
}

describe.skipIf(!hasSharedData)('Every real page beside the checkout (skipped when they are absent)', () => {
  it('is there in numbers', () => {
    expect(pages.length).toBeGreaterThan(500)
  })

  it('has as text the textContent of its reader HTML, whole page', { timeout: 300_000 }, () => {
    const faulty = pages.flatMap((page) => {
      const html = read(page)
      const body = specMarkupOfPage(html)
      return faultsOfPage(body).map((fault) => `${page}: ${fault}`)
    })
    expect(faulty).toEqual([])
  })

  it('has as text the textContent of its reader HTML, after Readability', { timeout: 300_000 }, () => {
    const faulty = pages.flatMap((page) => {
      const { document } = parseHTML(read(page))
      const content = new Readability<Node>(document, { serializer: (node) => node }).parse()?.content
      if (content === null || content === undefined) return []
      return faultsOfPage(markupOfDom(content)).map((fault) => `${page}: ${fault}`)
    })
    expect(faulty).toEqual([])
  })
})
