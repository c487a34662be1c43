import { describe, expect, test } from 'vitest'
import { formsApart } from '../support/forms-apart.ts'
import type { Json } from '../../src/shared/json.ts'
import { detect } from '../../src/main/import/detect.ts'
import { FORMATS, findFormat } from '../../src/main/import/formats/formats.ts'
import { prepareDraft } from '../../src/main/import/prepare-draft.ts'
import { parametersOf, rebuildDraft } from '../../src/main/import/rebuild-draft.ts'
import { createAnalyser } from '../../src/main/search/analyse.ts'
import { aBinaryPlist } from '../support/a-binary-plist.ts'
import { aPdf } from '../support/a-pdf.ts'
import { aZip } from '../support/a-zip.ts'
import { aSource } from '../support/import-builders.ts'
import { collect } from '../support/collect.ts'
import { SERVICE_SAMPLES } from '../support/service-samples.ts'

const ports = { analyse: createAnalyser() }

/** For each format, sources that it reads. */
const SAMPLES: Readonly<Record<string, readonly (string | Uint8Array)[]>> = {
  ...SERVICE_SAMPLES,
  warc: [
    'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: 77\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>T</title><p>Words.</p>     \r\n\r\n',
  ],
  pdf: [aPdf([[{ x: 72, y: 700, text: 'Words of a page.' }]], { Title: 'T' })],
  epub: [
    aZip([
      { name: 'mimetype', content: 'application/epub+zip', stored: true },
      {
        name: 'a.opf',
        content:
          '<package><metadata><title>T</title></metadata><manifest><item id="a" href="a.html" media-type="text/html"/></manifest><spine><itemref idref="a"/></spine></package>',
      },
      { name: 'a.html', content: '<p>Words of a book.</p>' },
    ]),
  ],
  // The original of a note is made of it: its pictures are kept beside.
  enex: [
    '<en-export><note><title>T</title><content><![CDATA[<en-note><div>Words.</div></en-note>]]></content></note></en-export>',
  ],
  'zotero-rdf': [
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><rdf:Description><z:itemType>book</z:itemType><dc:title>T</dc:title><dcterms:abstract>Words.</dcterms:abstract></rdf:Description></rdf:RDF>',
  ],
  eml: ['From: Ann\nTo: Bo\nSubject: T\nMessage-ID: <1@x>\nMIME-Version: 1.0\n\nWords of a letter.\n'],
  mbox: ['From a@x.example Fri Jun 24 17:30:00 2022\nSubject: T\n\nWords of a letter.\n'],
  'csl-json': ['[{"id":"a","type":"book","title":"T","abstract":"Words.","author":[{"family":"Lee"}]}]'],
  ris: ['TY  - JOUR\nTI  - T\nAB  - Words.\nER  - '],
  bibtex: ['@article{a, title = {T}, abstract = {Words.}}'],
  webarchive: [
    aBinaryPlist({
      WebMainResource: {
        WebResourceURL: 'https://a.example/',
        WebResourceMIMEType: 'text/html',
        WebResourceData: new TextEncoder().encode('<title>T</title><p>Words.</p>'),
      },
    }),
  ],
  har: [
    '{"log":{"entries":[{"request":{"url":"https://a.example/"},"response":{"status":200,"content":{"mimeType":"text/html","text":"<title>T</title><p>Words.</p>"}}}]}}',
  ],
  jsonl: [
    '{"id":1,"title":"A title","byline":"Ann Lee","published":"2022","text":"A title\\n\\nIts body."}',
    '{"html":"<h1>A</h1><p>Body <a href=\'b\'>b</a></p>","url":"https://example.org/a"}',
    '{"markdown":"# A\\n\\nBody","language":"de"}',
    '{"url":"https://example.org/link"}',
  ],
  html: ['<!doctype html><title>Füße</title><p>Text of a page, <b>bold</b>.'],
  markdown: ['---\ntitle: T\nurl: https://example.org/x\n---\n\n[b](b)'],
  mhtml: [
    'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Location: https://a.example/\r\n\r\n<title>T</title><p>Words of a page.</p>\r\n--b--\r\n',
  ],
  text: ['A headline\n\nBy Ann Lee\n\nA body.'],
}

/** Formats whose items have no bytes of their own as they stand. */
const MAKES_ORIGINALS = new Set(['enex', 'zotero-rdf'])

describe.each(FORMATS.map((format) => [format.id, format] as const))('the format %s', (id, format) => {
  test('is found by its name, and has samples here', () => {
    expect(findFormat(id)).toEqual({ ok: true, value: format })
    // Files that belong together are no single source; their own tests have samples.
    expect(SAMPLES[id]?.length ?? (format.bundle === undefined ? 0 : 1)).toBeGreaterThan(0)
  })

  test('is found by what is in a source, whatever its name', () => {
    for (const sample of SERVICE_SAMPLES[id] ?? []) {
      const found = detect({ fileName: null, head: new TextEncoder().encode(sample) })
      expect(found.ok ? found.value.id : found.error).toBe(id)
    }
  })

  test('reads plain data that crosses a thread, with the original bytes in it', async () => {
    for (const sample of SAMPLES[id] ?? []) {
      const [item, ...more] = await collect(format.read(aSource(sample, 'sample.x')))
      expect(more).toEqual([])
      if (item?.ok !== true) throw new Error(JSON.stringify(item))
      expect(structuredClone(item.draft)).toEqual(item.draft)
      // An item's own bytes: the file, or what of it is this item; a row of a table as JSON.
      const original = Buffer.from(item.draft.original?.bytes ?? [])
      expect(original.length).toBeGreaterThan(0)
      const isMade = SERVICE_SAMPLES[id] !== undefined || MAKES_ORIGINALS.has(id)
      if (!isMade) expect(Buffer.from(sample as string).includes(original)).toBe(true)
      expect(item.draft.source).toContain('sample.x')
    }
  })

  test('makes the same rendition again from what is stored', async () => {
    for (const sample of SAMPLES[id] ?? []) {
      const [item] = await collect(format.read(aSource(sample, 'sample.x')))
      if (item?.ok !== true || item.draft.original === null) throw new Error(JSON.stringify(item))
      const { original } = item.draft
      const parameters = JSON.parse(JSON.stringify(parametersOf(item.draft))) as Record<string, Json>
      const again = rebuildDraft({ ...original, parameters, files: [] })
      if (!again.ok) throw new Error(again.error.code)
      const first = await prepareDraft(item.draft, ports)
      const second = await prepareDraft(again.value, ports)
      if (!first.ok || !second.ok) throw new Error('not imported')
      expect(second.value.rendition).toEqual(first.value.rendition)
      expect(formsApart(second.value.analysed)).toEqual(formsApart(first.value.analysed))
      expect(second.value.parameters).toEqual(first.value.parameters)
    }
  })

  test('an empty source is no crash', async () => {
    for (const item of await collect(format.read(aSource('', 'empty')))) expect(item.ok).toBe(false)
  })

  test('a source of noise is answered, item by item', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, index) => (index * 2_654_435_761) % 251)
    for (const item of await collect(format.read(aSource(noise, 'noise', 512)))) {
      expect(item.ok ? item.draft.key.sourceHash : item.error.code).toMatch(/^[0-9a-f]{64}$|^import\//)
    }
  })
})

describe('what is stored of a draft', () => {
  test('of a format that is not known, or not there at all, is refused', () => {
    const stored = { bytes: new Uint8Array(), mediaType: 'text/plain' }
    for (const parameters of [{}, { format: 'betamax', contentKind: 'text', facts: {} }]) {
      const again = rebuildDraft({ ...stored, parameters, files: [] })
      expect(again).toMatchObject({ ok: false, error: { code: 'import/unknown-format' } })
    }
  })
})
