import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { marked } from 'marked'
import { expect, test } from 'vitest'
import { createHtmlToMarkdown } from '../../../../src/main/export/markdown/html-to-markdown.ts'
import { textOfReaderHtml } from '../../../../src/main/import/clean/text-of-reader-html.ts'
import { writeReaderHtml } from '../../../../src/main/import/clean/write-reader-html.ts'
import { extractHtml } from '../../../../src/main/import/html/extract-html.ts'
import { hasSharedData, sharedData } from '../../../support/shared-data.ts'

const ADDRESSES = { baseUrl: 'https://page.example/', resourceUrl: () => null }
const letters = (text: string): string => text.replace(/\s+/g, '')
// The marks of footnotes are Markdown's own, and the ways back of the page are gone: the words must be there.
const FOOTNOTE = /^\[\^[^\]]+\]: /m
const FOOTNOTES = /\[\^[^\]]+\](?:: )?/g
const words = (text: string): string => text.match(/\p{L}{4,}/gu)?.join(' ') ?? ''

test.skipIf(!hasSharedData)('the text of real pages reads back from their Markdown, letter for letter', () => {
  const folder = sharedData('extraction/readability')
  const convert = createHtmlToMarkdown()
  const changed: string[] = []
  let pages = 0
  for (const name of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const source = gunzipSync(readFileSync(join(folder, name.name, 'source.html.gz'))).toString()
    const extracted = extractHtml(source, { url: ADDRESSES.baseUrl })
    if (!extracted.ok) continue
    const written = writeReaderHtml(extracted.value.content, ADDRESSES)
    const markdown = convert(written.html, { withHeader: true })
    const back = textOfReaderHtml(
      `<article>${marked.parse(markdown.replace(FOOTNOTES, ''), { async: false })}</article>`,
    )
    pages += 1
    const read = FOOTNOTE.test(markdown) ? words : letters
    if (read(back) !== read(written.text)) changed.push(name.name)
  }
  expect(pages).toBeGreaterThan(40)
  // Markdown's tables hold no lists and no tables: pages that lay out with tables show their marks.
  expect(changed.length / pages, changed.join(' ')).toBeLessThan(0.08)
})
