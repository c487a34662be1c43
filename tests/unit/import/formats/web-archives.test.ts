import { createHash } from 'node:crypto'
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { aBinaryPlist } from '../../../support/a-binary-plist.ts'
import { aZip } from '../../../support/a-zip.ts'
import { contentText, readAll, readPaths } from '../../../support/read-all.ts'
import { hasSharedData, sharedData } from '../../../support/shared-data.ts'
import { countProcessorTime } from '../../../support/processor-time.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const PAGE = '<title>T</title><link rel=stylesheet href="/s.css"><p>Words.</p><img src="/a.png">'

interface Answer {
  readonly url: string
  readonly body?: string | Uint8Array
  readonly type?: string
  readonly status?: string
  readonly http?: string
  readonly warc?: string
}

function aResponse({ url, body = PAGE, type = 'text/html', status = '200 OK', http = '', warc = '' }: Answer): Buffer {
  const head = Buffer.from(`HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n${http}\r\n`)
  return aRecord(
    Buffer.concat([head, Buffer.from(body as string)]),
    `WARC-Type: response\r\nWARC-Target-URI: ${url}\r\n${warc}`,
  )
}

function aRecord(block: Buffer, headers: string): Buffer {
  const length = /content-length/i.test(headers) ? '' : `Content-Length: ${String(block.length)}\r\n`
  return Buffer.concat([
    Buffer.from(`WARC/1.0\r\n${headers}WARC-Date: 2022-06-24T15:30:00Z\r\n${length}\r\n`),
    block,
    Buffer.from('\r\n\r\n'),
  ])
}

describe('a WARC file', () => {
  test('with a page of tags that never end is read in one go', async () => {
    const timed = countProcessorTime()
    await readAll(aResponse({ url: 'https://a.example/', body: '<'.repeat(60_000) }))
    expect(timed()).toBeLessThan(1500)
  })

  test('gives each page with the pictures and styles saved with it, whatever their order', async () => {
    const { drafts, failures } = await readAll(
      Buffer.concat([
        aRecord(Buffer.from('software: x\r\n'), 'WARC-Type: warcinfo\r\n'),
        aResponse({ url: 'https://a.example/a.png', body: PNG, type: 'image/png' }),
        aResponse({ url: 'https://a.example/' }),
        aResponse({ url: 'https://a.example/s.css', body: 'p{background:url(b.png)}', type: 'text/css' }),
        aResponse({ url: 'https://a.example/b.png', body: PNG, type: 'image/png' }),
      ]),
    )
    expect(failures).toEqual([])
    expect(drafts.map(({ url, captured }) => [url, captured])).toEqual([
      ['https://a.example/', '2022-06-24T15:30:00.000Z'],
    ])
    expect(drafts[0]?.files.map(({ address }) => address).sort()).toEqual([
      'https://a.example/a.png',
      'https://a.example/b.png',
      'https://a.example/s.css',
    ])
  })

  test('compressed record by record, or as a whole', async () => {
    const records = [aResponse({ url: 'https://a.example/1' }), aResponse({ url: 'https://a.example/2' })]
    for (const file of [Buffer.concat(records.map((record) => gzipSync(record))), gzipSync(Buffer.concat(records))]) {
      const { drafts } = await readAll(file, 'x.warc.gz')
      expect(drafts.map(({ url }) => url)).toEqual(['https://a.example/1', 'https://a.example/2'])
    }
  })

  test('bodies in chunks, in brotli, gzip and bare deflate, and bodies that are decoded already', async () => {
    const chunks = '5;x=1\r\n<p>Wo\r\n7\r\nrds</p>\r\n0\r\n\r\n'
    const bodies = [
      { body: chunks, http: 'Transfer-Encoding: chunked\r\n' },
      { body: brotliCompressSync('<p>Words</p>'), http: 'Content-Encoding: br\r\n' },
      { body: gzipSync('<p>Words</p>'), http: 'Content-Encoding: gzip\r\n' },
      { body: deflateRawSync('<p>Words</p>'), http: 'Content-Encoding: deflate\r\n' },
      { body: '<p>Words</p>', http: 'Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n' },
    ]
    for (const answer of bodies) {
      const { drafts } = await readAll(aResponse({ url: 'https://a.example/', ...answer }))
      expect(contentText(drafts[0])).toBe('<p>Words</p>')
    }
  })

  test('the encoding that the server states is the declared one', async () => {
    const { drafts } = await readAll(
      aResponse({ url: 'https://a.example/', type: 'text/html; charset=windows-1251', body: '<p>x</p>' }),
    )
    expect(drafts[0]?.content).toMatchObject({ declaredEncoding: 'windows-1251' })
  })

  test('frames, redirects, errors, pages without text and answers in place of pictures are no pages', async () => {
    const { drafts, failures } = await readAll(
      Buffer.concat([
        aResponse({ url: 'https://a.example/', body: '<p>Main</p><iframe src="/ad"></iframe>' }),
        aResponse({ url: 'https://a.example/ad', body: '<p>Buy</p>' }),
        aResponse({ url: 'https://a.example/old', status: '301 Moved', body: '<p>Moved</p>' }),
        aResponse({ url: 'https://a.example/gone', status: '404 Not Found', body: '<p>Gone</p>' }),
        aResponse({ url: 'https://a.example/count', body: '<script>track()</script>' }),
        aResponse({ url: 'https://a.example/favicon.ico', body: '<p>No icon</p>' }),
      ]),
    )
    expect(drafts.map(({ url }) => url)).toEqual(['https://a.example/'])
    expect(failures).toEqual([])
  })

  test('a revisit stands for the answer it refers to, by digest at another address too', async () => {
    const revisit = (url: string, more: string): Buffer =>
      aRecord(
        Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'),
        `WARC-Type: revisit\r\nWARC-Target-URI: ${url}\r\n${more}`,
      )
    const { drafts, failures } = await readAll(
      Buffer.concat([
        aResponse({ url: 'https://a.example/', warc: 'WARC-Payload-Digest: sha1:AAA\r\n' }),
        revisit('https://a.example/', 'WARC-Payload-Digest: sha1:AAA\r\n'),
        revisit('https://b.example/', 'WARC-Payload-Digest: sha1:AAA\r\n'),
        revisit('https://c.example/', 'WARC-Refers-To-Target-URI: https://a.example/\r\n'),
        revisit('https://d.example/', 'WARC-Payload-Digest: sha1:ELSEWHERE\r\n'),
      ]),
    )
    expect(drafts.map(({ url }) => url)).toEqual(['https://a.example/', 'https://b.example/', 'https://c.example/'])
    expect(contentText(drafts[2])).toBe(PAGE)
    expect(failures.map(({ source }) => source)).toEqual([expect.stringContaining('#https://d.example/')])
  })

  test('an address in angle brackets, as wget writes it', async () => {
    const { drafts } = await readAll(aResponse({ url: '<https://a.example/>' }))
    expect(drafts[0]?.url).toBe('https://a.example/')
  })

  test('a record of the wrong length costs itself, and is told', async () => {
    const { drafts, failures } = await readAll(
      Buffer.concat([
        aResponse({ url: 'https://a.example/1', warc: 'Content-Length: 60\r\n' }),
        aResponse({ url: 'https://a.example/2' }),
      ]),
    )
    expect(drafts.map(({ url }) => url)).toContain('https://a.example/2')
    expect(failures.map(({ error }) => error.code)).toEqual(['import/malformed'])
  })

  test('a file that ends too early gives what is whole and tells the rest', async () => {
    const records = [aResponse({ url: 'https://a.example/1' }), aResponse({ url: 'https://a.example/2' })]
    const plain = Buffer.concat(records)
    const packed = Buffer.concat(records.map((record) => gzipSync(record)))
    for (const file of [plain.subarray(0, plain.length - 30), packed.subarray(0, packed.length - 30)]) {
      const { drafts, failures } = await readAll(file, 'x.warc.gz')
      expect(drafts.map(({ url }) => url)).toEqual(['https://a.example/1'])
      expect(failures.length).toBeGreaterThan(0)
    }
  })
})

describe('a WACZ collection', () => {
  const archive = Buffer.concat([
    aResponse({ url: 'https://a.example/' }),
    aResponse({ url: 'https://a.example/other' }),
  ])
  const collection = (hash: string): Uint8Array =>
    aZip([
      { name: 'archive/data.warc', content: archive, stored: true },
      {
        name: 'pages/pages.jsonl',
        content:
          '{"format":"json-pages-1.0"}\n{"url":"https://a.example/","ts":"2022-06-24T15:30:00Z","title":"T"}\nbroken\n',
      },
      {
        name: 'datapackage.json',
        content: JSON.stringify({
          profile: 'data-package',
          resources: [{ path: 'archive/data.warc', hash: `sha256:${hash}` }],
        }),
      },
    ])

  test('gives the pages it lists, and says nothing when its checksums hold', async () => {
    const { drafts, failures } = await readAll(collection(createHash('sha256').update(archive).digest('hex')), 'x.wacz')
    expect(drafts.map(({ url, notes }) => [url, notes])).toEqual([['https://a.example/', []]])
    expect(failures).toEqual([])
  })

  test('tells on every page that a file is not what its checksum says', async () => {
    const { drafts } = await readAll(collection('0'.repeat(64)), 'collection.zip')
    expect(drafts[0]?.notes).toEqual([{ kind: 'checksum-differs', details: { files: ['archive/data.warc'] } }])
  })

  test('a page that is listed and not there is told', async () => {
    const file = aZip([
      { name: 'archive/data.warc', content: archive },
      { name: 'pages/pages.jsonl', content: '{"url":"https://gone.example/"}' },
      { name: 'datapackage.json', content: '{}' },
    ])
    const { drafts, failures } = await readAll(file, 'x.wacz')
    expect(drafts).toEqual([])
    expect(failures.map(({ source }) => source)).toEqual(['x.wacz#https://gone.example/'])
  })
})

describe('a HAR log', () => {
  const entry = (url: string, mimeType: string, content: object): object => ({
    startedDateTime: '2022-06-24T17:30:00.000+02:00',
    request: { url },
    response: { status: 200, content: { mimeType, ...content } },
  })

  test('gives its page with its pictures', async () => {
    const log = {
      log: {
        creator: {},
        entries: [
          entry('https://a.example/', 'text/html; charset=iso-8859-1', { text: '<p>Füße</p><img src="/a.png">' }),
          entry('https://a.example/a.png', 'image/png', { text: PNG.toString('base64'), encoding: 'base64' }),
        ],
      },
    }
    const { drafts } = await readAll(JSON.stringify(log), 'x.har')
    expect(contentText(drafts[0])).toContain('Füße')
    expect(drafts[0]?.captured).toBe('2022-06-24T15:30:00.000Z')
    expect(drafts[0]?.files.map(({ address, mediaType }) => [address, mediaType])).toEqual([
      ['https://a.example/a.png', 'image/png'],
    ])
  })

  test('saved without content is refused with the reason', async () => {
    const log = { log: { creator: {}, entries: [entry('https://a.example/', 'text/html', {})] } }
    const { failures } = await readAll(JSON.stringify(log), 'x.har')
    expect(failures[0]?.error.details['reason']).toContain('without the content')
  })
})

describe('a web archive of Safari', () => {
  const resource = (url: string, type: string, data: string | Uint8Array): Record<string, string | Uint8Array> => ({
    WebResourceURL: url,
    WebResourceMIMEType: type,
    WebResourceData: new Uint8Array(Buffer.from(data as string)),
  })
  const page = { ...resource('https://a.example/x', 'text/html', PAGE), WebResourceTextEncodingName: 'UTF-8' }

  test('gives its page, in the encoding stated, with its pictures and styles', async () => {
    const file = aBinaryPlist({
      WebMainResource: page,
      WebSubresources: [
        resource('https://a.example/a.png', 'image/png', PNG),
        resource('https://a.example/s.css', 'text/css', 'p{}'),
        resource('https://a.example/j.js', 'text/javascript', 'x()'),
      ],
    })
    const { drafts } = await readAll(file, 'x.webarchive')
    expect(contentText(drafts[0])).toBe(PAGE)
    expect(drafts[0]?.content).toMatchObject({ declaredEncoding: 'UTF-8' })
    expect(drafts[0]?.url).toBe('https://a.example/x')
    expect(drafts[0]?.files.map(({ address }) => address)).toEqual([
      'https://a.example/a.png',
      'https://a.example/s.css',
    ])
  })

  test('a page of frames shows what is in them', async () => {
    const file = aBinaryPlist({
      WebMainResource: resource('https://a.example/', 'text/html', '<frameset><frame src="inner"></frameset>'),
      WebSubframeArchives: [{ WebMainResource: resource('https://a.example/inner', 'text/html', '<p>Inner</p>') }],
    })
    expect(contentText((await readAll(file, 'x.webarchive')).drafts[0])).toContain('<p>Inner</p>')
  })

  test('cut off, or referring to itself, is refused', async () => {
    const whole = aBinaryPlist({ WebMainResource: page })
    const { failures } = await readAll(whole.slice(0, whole.length - 40), 'x.webarchive')
    expect(failures[0]?.error.code).toBe('import/malformed')
  })
})

describe.skipIf(!hasSharedData)('real web archives', () => {
  test('WARC files of warcio.js: 5 pages of 11 files, each other file told', async () => {
    const { drafts, failures } = await readPaths(sharedData('archives/warcio.js'))
    expect(drafts.filter(({ format }) => format === 'warc').map(({ url }) => url)).toEqual([
      'http://example.com/',
      'http://www.iana.org/',
      'http://example.com/',
      'http://example.com/',
      'http://example.com/',
    ])
    expect(failures).toHaveLength(6)
  })

  test('WACZ files of py-wacz: 4 valid ones whose checksums hold, one without an archive', async () => {
    const { drafts, failures } = await readPaths(sharedData('archives/py-wacz'))
    const collections = drafts.filter(({ format }) => format === 'wacz')
    expect(collections.map(({ url }) => url)).toHaveLength(4)
    expect(collections.flatMap(({ notes }) => notes)).toEqual([])
    expect(failures.map(({ source }) => source)).toEqual([expect.stringContaining('invalid_example_1.wacz')])
    const iana = drafts.find(({ url }) => url === 'https://www.iana.org/about')
    expect(iana?.files.map(({ mediaType }) => mediaType)).toEqual(expect.arrayContaining(['text/css', 'image/svg+xml']))
  })
})
