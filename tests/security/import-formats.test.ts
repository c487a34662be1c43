import { readdirSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { prepareDraft } from '../../src/main/import/prepare-draft.ts'
import { createAnalyser } from '../../src/main/search/analyse.ts'
import { aBinaryPlist } from '../support/a-binary-plist.ts'
import { aPdf } from '../support/a-pdf.ts'
import { aZip } from '../support/a-zip.ts'
import { readAll } from '../support/read-all.ts'
import { tempDir } from '../support/temp-dir.ts'

const ports = { analyse: createAnalyser() }

/** Seconds for all formats together; more by `OFFPRINT_FUZZ_SECONDS`. */
const SECONDS = Number(process.env['OFFPRINT_FUZZ_SECONDS'] ?? 24)
/** No item may take longer (milliseconds); the pool ends it then. */
const LONGEST = 10_000
/** Cases of one format at most. */
const MOST_CASES = 20_000

const HTTP =
  'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n1c\r\n<title>T</title><p>Words</p>\r\n0\r\n\r\n'
const WARC = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Length: ${String(HTTP.length)}\r\n\r\n${HTTP}\r\n\r\n`
const PAGE = '<title>T</title><p>Words of a page.</p><img src="a.png">'

/** For each format a whole file with the name it would have. */
const SAMPLES: Readonly<Record<string, string | Uint8Array>> = {
  'a.mhtml': `From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>W=F6rter</p>\r\n--b\r\nContent-Type: image/gif\r\nContent-ID: <x>\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlhAQABAAAAACw=\r\n--b--`,
  'a.warc': WARC.repeat(2),
  'a.warc.gz': Buffer.concat([gzipSync(WARC), gzipSync(WARC)]),
  'a.wacz': aZip([
    { name: 'archive/a.warc', content: WARC, stored: true },
    { name: 'pages/pages.jsonl', content: '{"url":"https://a.example/"}' },
    { name: 'datapackage.json', content: '{"resources":[{"path":"archive/a.warc","hash":"sha256:00"}]}' },
  ]),
  'a.webarchive': aBinaryPlist({
    WebMainResource: {
      WebResourceURL: 'https://a.example/',
      WebResourceMIMEType: 'text/html',
      WebResourceData: Buffer.from(PAGE),
    },
    WebSubresources: [{ WebResourceURL: 'https://a.example/a.png', WebResourceData: Buffer.from('GIF89a') }],
  }),
  'a.har': JSON.stringify({
    log: {
      creator: {},
      entries: [
        {
          request: { url: 'https://a.example/' },
          response: { status: 200, content: { mimeType: 'text/html', text: PAGE } },
        },
      ],
    },
  }),
  'a.epub': aZip([
    { name: 'mimetype', content: 'application/epub+zip', stored: true },
    {
      name: 'META-INF/container.xml',
      content: '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
    },
    {
      name: 'a.opf',
      content:
        '<package><metadata><title>T</title></metadata><manifest><item id="a" href="a.html" media-type="text/html"/></manifest><spine><itemref idref="a"/></spine></package>',
    },
    { name: 'a.html', content: `<body>${PAGE}</body>` },
  ]),
  'a.pdf': aPdf([[{ x: 72, y: 700, text: 'Words of a page.' }]], { Title: 'T' }),
  'a.enex': `<?xml version="1.0"?><en-export><note><title>T</title><content><![CDATA[<en-note><div>Words<en-media hash="00" type="image/png"/></div></en-note>]]></content><tag>t</tag><resource><data encoding="base64">R0lGODlh</data><mime>image/gif</mime></resource></note></en-export>`,
  'a.eml': `From: Ann <a@x.example>\nTo: b@x.example\nSubject: =?utf-8?B?w7xiZXI=?=\nMessage-ID: <1@x>\nMIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\nWords \nof a letter.\n`,
  'a.mbox':
    'From a@x.example Fri Jun 24 17:30:00 2022\nSubject: T\n\nWords\n\nFrom b@x.example Fri Jun 24 17:30:00 2022\nSubject: U\n\nMore\n',
  'a.ris': 'TY  - JOUR\nTI  - T\nAU  - Lee, Ann\nPY  - 2022/06/\nKW  - k\nAB  - Words.\nER  - \n',
  'a.bib':
    '@string{g = "Gull"}\n@article{a, title = {The {L}ight \\"{U}ber}, author = {Lee, Ann and {Gull}}, journal = g # " x", abstract = {Words.}}',
  'csl.json':
    '[{"id":"a","type":"book","title":"T","abstract":"Words.","issued":{"date-parts":[[2022,6]]},"author":[{"family":"Lee"}]}]',
}

/** Damage of one kind done to a file. */
type Damage =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'flip'; readonly places: readonly (readonly [at: number, bit: number])[] }
  | { readonly kind: 'repeat'; readonly from: number; readonly length: number; readonly times: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }

const share = fc.double({ min: 0, max: 1, noNaN: true })
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: share }),
  fc.record({
    kind: fc.constant('flip' as const),
    places: fc.array(fc.tuple(share, fc.nat(7)), { minLength: 1, maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant('repeat' as const),
    from: share,
    length: fc.integer({ min: 1, max: 200 }),
    times: fc.integer({ min: 2, max: 400 }),
  }),
  fc.record({ kind: fc.constant('insert' as const), at: share, bytes: fc.uint8Array({ minLength: 1, maxLength: 60 }) }),
)

function damaged(whole: Uint8Array, done: Damage): Uint8Array {
  const place = (part: number): number => Math.floor(part * whole.length)
  const bytes = Buffer.from(whole)
  switch (done.kind) {
    case 'cut':
      return bytes.subarray(0, place(done.at))
    case 'flip':
      for (const [at, bit] of done.places) bytes[place(at)] = (bytes[place(at)] ?? 0) ^ (1 << bit)
      return bytes
    case 'repeat': {
      const from = place(done.from)
      const piece = bytes.subarray(from, from + done.length)
      return Buffer.concat([
        bytes.subarray(0, from),
        ...Array.from({ length: done.times }, () => piece),
        bytes.subarray(from),
      ])
    }
    case 'insert':
      return Buffer.concat([bytes.subarray(0, place(done.at)), done.bytes, bytes.subarray(place(done.at))])
  }
}

describe('damaged files of every format', () => {
  const names = Object.keys(SAMPLES)

  test.each(names)('%s, whole: it is read', async (name) => {
    const { drafts, failures } = await readAll(SAMPLES[name] ?? '', name)
    expect(failures).toEqual([])
    expect(drafts.length).toBeGreaterThan(0)
  })

  test.each(names)(
    '%s: no crash, nothing slow, nothing left behind',
    { timeout: SECONDS * 1000 + 30_000 },
    async (name) => {
      // Where readers put what they cannot keep in memory: a folder of our own, in which nothing may stay.
      const scratch = tempDir()
      vi.stubEnv('TMPDIR', scratch)
      const whole = Buffer.from(SAMPLES[name] as string)
      const end = performance.now() + (SECONDS * 1000) / names.length
      for (const done of fc.sample(damage, MOST_CASES)) {
        const started = performance.now()
        const { drafts, failures } = await readAll(damaged(whole, done), name)
        for (const draft of drafts) {
          const result = await prepareDraft(draft, ports)
          if (!result.ok) expect(result.error.code).toMatch(/^import\//)
        }
        for (const { error } of failures) expect(error.code).toMatch(/^import\//)
        expect(performance.now() - started, JSON.stringify(done)).toBeLessThan(LONGEST)
        if (performance.now() > end) break
      }
      vi.unstubAllEnvs()
      expect(readdirSync(scratch)).toEqual([])
    },
  )
})
