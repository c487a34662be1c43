import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { ZipFile } from 'yauzl'
import { unfoldEpub, type UnfoldedBook } from '../../../../src/main/import/formats/epub/unfold-epub.ts'
import { prepareDraft } from '../../../../src/main/import/prepare-draft.ts'
import { createAnalyser } from '../../../../src/main/search/analyse.ts'
import { aZip } from '../../../support/a-zip.ts'
import { readAll, readPaths } from '../../../support/read-all.ts'
import { hasSharedData, sharedData } from '../../../support/shared-data.ts'

const ports = { analyse: createAnalyser() }
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

interface Book {
  readonly metadata?: string
  readonly manifest?: string
  readonly spine?: string
  readonly files?: Readonly<Record<string, string | Uint8Array>>
}

const CHAPTER =
  '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>Words.</p></body></html>'

/** An EPUB whose package lies in the folder `OPS`. */
function aBook({ metadata = '<dc:title>T</dc:title>', manifest, spine, files }: Book = {}): Uint8Array {
  const opf = `<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata>
<manifest>${manifest ?? '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'}</manifest><spine toc="ncx">${spine ?? '<itemref idref="a"/>'}</spine></package>`
  const container =
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
  return aZip([
    { name: 'mimetype', content: 'application/epub+zip', stored: true },
    { name: 'META-INF/container.xml', content: container },
    { name: 'OPS/p.opf', content: opf },
    ...Object.entries(files ?? { 'OPS/a.xhtml': CHAPTER }).map(([name, content]) => ({ name, content })),
  ])
}

async function unfolded(book: Book): Promise<UnfoldedBook> {
  const result = await unfoldEpub(aBook(book), 'a.epub')
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

function page(body: string): string {
  return `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>${body}</body></html>`
}

function item(id: string, rest = ''): string {
  return `<item id="${id}" href="${id}.xhtml" media-type="application/xhtml+xml" ${rest}/>`
}

describe('a book', () => {
  test('its pictures are unpacked once each, and only those that there is room for', async () => {
    const unpack = vi.spyOn(ZipFile.prototype, 'openReadStreamPromise')
    onTestFinished(() => {
      unpack.mockRestore()
    })
    const large = Buffer.concat([PNG, Buffer.alloc(33 * 1024 * 1024)])
    const picture = (id: string, name: string): string => `<item id="${id}" href="${name}" media-type="image/png"/>`
    const again = Array.from({ length: 20 }, (_, index) => picture(`i${String(index)}`, 'large.png')).join('')
    const { files } = await unfolded({
      manifest: item('a') + again + picture('other', 'other.png') + picture('small', 'small.png'),
      files: { 'OPS/a.xhtml': CHAPTER, 'OPS/large.png': large, 'OPS/other.png': large, 'OPS/small.png': PNG },
    })
    expect(files.map(({ address }) => address)).toEqual(['OPS/large.png', 'OPS/small.png'])
    const pictures = unpack.mock.calls.filter(([entry]) => entry.fileNameRaw.toString().endsWith('.png'))
    expect(pictures).toHaveLength(2)
  })

  test('is one article: its chapters in the order of the spine, named by the contents where they have no heading', async () => {
    const { html } = await unfolded({
      manifest: item('two') + item('one') + item('nav', 'properties="nav"'),
      spine: '<itemref idref="one"/><itemref idref="two" linear="no"/>',
      files: {
        'OPS/one.xhtml': page('<p>First.</p>'),
        'OPS/two.xhtml': page('<h2>Own heading</h2><p>Second.</p>'),
        'OPS/nav.xhtml': page(
          '<nav epub:type="toc" xmlns:epub="http://www.idpf.org/2007/ops"><ol><li><a href="one.xhtml">The &amp; first</a></li><li><a href="two.xhtml">Two</a></li></ol></nav>',
        ),
      },
    })
    expect(html).toContain('<section id="c1"><h2>The &amp; first</h2><p>First.</p></section>')
    expect(html).toContain('<section id="c2"><h2>Own heading</h2><p>Second.</p></section>')
  })

  test('of EPUB 2 takes the names of its chapters from the NCX', async () => {
    const { html } = await unfolded({
      manifest: `${item('a')}<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>`,
      files: {
        'OPS/a.xhtml': CHAPTER,
        'OPS/toc.ncx':
          '<ncx><navMap><navPoint><navLabel><text>Prologue</text></navLabel><content src="a.xhtml#x"/></navPoint></navMap></ncx>',
      },
    })
    expect(html).toContain('<h2>Prologue</h2>')
  })

  test('links between chapters lead to places in the article, and equal ids stay apart', async () => {
    const { html } = await unfolded({
      manifest: item('a') + item('b'),
      spine: '<itemref idref="a"/><itemref idref="b"/>',
      files: {
        'OPS/a.xhtml': page(
          '<p id="n1"><a href="b.xhtml#n1">note</a> <a href="b.xhtml">b</a> <a href="https://x.example/">out</a></p>',
        ),
        'OPS/b.xhtml': page('<p id="n1"><a href="#n1">here</a></p>'),
      },
    })
    expect(html).toContain(
      '<p id="c1-n1"><a href="#c2-n1">note</a> <a href="#c2">b</a> <a href="https://x.example/">out</a>',
    )
    expect(html).toContain('<p id="c2-n1"><a href="#c2-n1">here</a>')
  })

  test('XHTML is read as XML means it: empty elements, CDATA, comments, declared entities left alone', async () => {
    const { html } = await unfolded({
      files: {
        'OPS/a.xhtml':
          '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x "boom">]><html><body><p><a id="p1"/>One<i/> <![CDATA[1 < 2 & 3]]><!-- <p>no --></p></body></html>',
      },
    })
    expect(html).toContain('<p><a id="c1-p1"></a>One<i></i> 1 &lt; 2 &amp; 3</p>')
    expect(html).not.toContain('boom')
  })

  test('its pictures come along under their path, the one inside a drawing too, and its cover when no page shows it', async () => {
    const book = {
      manifest: `${item('a')}<item id="pic" href="../img/a%20b.png" media-type="image/png"/><item id="cover" href="c.png" media-type="image/png" properties="cover-image"/>`,
      files: {
        'OPS/a.xhtml': page('<p>Words</p><svg xmlns:xlink="x"><image width="1" xlink:href="../img/a%20b.png"/></svg>'),
        'img/a b.png': PNG,
        'OPS/c.png': Buffer.concat([PNG, Buffer.from('x')]),
      },
    }
    const [draft] = (await readAll(aBook(book), 'a.epub')).drafts
    if (draft === undefined) throw new Error('nothing was read')
    const result = await prepareDraft(draft, ports)
    if (!result.ok) throw new Error(result.error.code)
    expect(result.value.rendition?.content.html.match(/<img/g)).toHaveLength(2)
    expect(result.value.notes.map(({ kind }) => kind)).not.toContain('missing-image')
    expect(result.value.original?.mediaType).toBe('application/epub+zip')
  })

  test('its facts: the main title, authors by their role, day of publication, source as address, subjects as tags', async () => {
    const { facts, url, tags } = await unfolded({
      metadata: `<dc:title id="t2">A subtitle</dc:title><dc:title id="t1">  The
  Book </dc:title><meta refines="#t1" property="title-type">main</meta><meta refines="#t2" property="title-type">subtitle</meta>
<dc:creator id="c1">Ann Lee</dc:creator><dc:creator opf:role="aut">Bo Li</dc:creator><dc:creator id="c3">Cy Ray</dc:creator>
<meta refines="#c3" property="role">trl</meta><dc:contributor opf:role="bkp">calibre (6.1)</dc:contributor>
<dc:language>en-GB</dc:language><dc:publisher>Gull Press</dc:publisher><dc:date opf:event="modification">2023-01-01</dc:date>
<dc:date opf:event="publication">2020-05</dc:date><dc:source>https://gull.example/book</dc:source><dc:subject>Sea</dc:subject><dc:subject>Sea</dc:subject>`,
    })
    expect(facts).toEqual({
      title: 'The Book',
      standfirst: 'A subtitle',
      byline: 'Ann Lee, Bo Li',
      contributors: ['Cy Ray'],
      language: 'en',
      publication: 'Gull Press',
      published: '2020-05',
    })
    expect(url).toBe('https://gull.example/book')
    expect(tags).toEqual(['Sea'])
  })

  test('the year 101, by which Calibre says that it does not know, is no day', async () => {
    const { facts } = await unfolded({ metadata: '<dc:title>T</dc:title><dc:date>0101-01-01T00:00:00+00:00</dc:date>' })
    expect(facts.published).toBeUndefined()
  })

  test('a fallback stands in for what cannot be read, also when they go in a circle', async () => {
    const { html } = await unfolded({
      manifest:
        '<item id="x" href="x.psd" media-type="image/psd" fallback="y"/><item id="y" href="y.xml" media-type="text/xml" fallback="a"/>' +
        item('a') +
        '<item id="l1" href="l1" media-type="x/y" fallback="l2"/><item id="l2" href="l2" media-type="x/y" fallback="l1"/>',
      spine: '<itemref idref="l1"/><itemref idref="x"/>',
    })
    expect(html).toContain('Words.')
  })
})

describe('what is wrong with a book', () => {
  test('one that its shop encrypted is refused as locked; scrambled fonts are no lock', async () => {
    const locked = (algorithm: string, uri: string): string =>
      `<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/><CipherReference URI="${uri}"/></EncryptedData></encryption>`
    const result = await unfoldEpub(
      aBook({
        files: {
          'OPS/a.xhtml': 'xx',
          'META-INF/encryption.xml': locked('http://www.w3.org/2001/04/xmlenc#aes128-cbc', 'OPS/a.xhtml'),
        },
      }),
      'a.epub',
    )
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'import/encrypted', details: { lock: 'by the shop that it comes from' } },
    })
    const { html } = await unfolded({
      files: {
        'OPS/a.xhtml': CHAPTER,
        'META-INF/encryption.xml': locked('http://www.idpf.org/2008/embedding', 'OPS/f.otf'),
      },
    })
    expect(html).toContain('Words.')
  })

  test('paths out of the book lead nowhere, and what is missing is passed by', async () => {
    const { html } = await unfolded({
      manifest: `<item id="e" href="../../../../etc/passwd" media-type="application/xhtml+xml"/>${item('gone')}${item('a')}`,
      spine: '<itemref idref="e"/><itemref idref="gone"/><itemref idref="a"/>',
    })
    expect(html).toContain('Words.')
    expect(html).not.toContain('root:')
  })

  test('entities that would grow are never expanded', async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    const book = aBook({ metadata: '<dc:title>&b;</dc:title>' })
    expect((await unfoldEpub(book, 'a.epub')).ok).toBe(true)
    const { html } = await unfolded({ files: { 'OPS/a.xhtml': `${bomb}<html><body><p>&b;</p></body></html>` } })
    expect(html.length).toBeLessThan(500)
  })
})

describe('Calibre’s highlights', () => {
  const body =
    '<h1>One</h1><p>The light was out.</p><p>Nobody saw that the light was out, <i>not even</i> the keeper.</p>'
  const entry = {
    type: 'highlight',
    uuid: 'u1',
    spine_index: 0,
    // Root, body, third element, its first text: the second “light was out”.
    start_cfi: '/2/4/6/1:20',
    end_cfi: '/2/4/6/1:33',
    highlighted_text: 'light was out',
    notes: 'Why?',
    style: { kind: 'color', which: 'green' },
    timestamp: '2022-06-24T15:30:00.000Z',
  }
  const packed = (entries: readonly object[]): string =>
    `encoding=json+base64:\n${Buffer.from(JSON.stringify(entries))
      .toString('base64')
      .replace(/(.{60})/g, '$1\n')}`

  test('have their note, colour and day, and what stands around them tells which passage is meant', async () => {
    const { highlights } = await unfolded({
      files: {
        'OPS/a.xhtml': page(body),
        'META-INF/calibre_bookmarks.txt': packed([
          entry,
          { type: 'bookmark', title: 'x' },
          { ...entry, uuid: 'u2', removed: true },
        ]),
      },
    })
    expect(highlights).toEqual([
      {
        quote: 'light was out',
        prefix: expect.stringMatching(/Nobody saw that the $/) as string,
        suffix: expect.stringMatching(/^, not even the/) as string,
        color: 'green',
        note: 'Why?',
        tags: [],
        created: '2022-06-24T15:30:00.000Z',
      },
    ])
  })

  test('may also stand in the package, and a place that leads nowhere leaves the words', async () => {
    const content = JSON.stringify({ format: 'EPUB', annotation: { ...entry, start_cfi: '/2/4/80/1:3' } }).replaceAll(
      '"',
      '&quot;',
    )
    const { highlights } = await unfolded({
      metadata: `<dc:title>T</dc:title><meta name="calibre:annotation" content="${content}"/>`,
      files: { 'OPS/a.xhtml': page(body) },
    })
    expect(highlights).toMatchObject([{ quote: 'light was out', prefix: '', color: 'green' }])
  })
})

describe.skipIf(!hasSharedData)('the test books of the W3C', () => {
  const folder = hasSharedData ? sharedData('epub/w3c-epub-tests') : ''

  test(
    '190 of 191 are read with their title; the other holds nothing but a picture of Photoshop',
    { timeout: 60_000 },
    async () => {
      const { drafts } = await readPaths(folder)
      const books = drafts.filter(({ format }) => format === 'epub')
      expect(books).toHaveLength(191)
      const failed: string[] = []
      for (const draft of books) {
        const result = await prepareDraft(draft, ports)
        if (!result.ok) failed.push(`${draft.fileName ?? ''} ${result.error.code}`)
        else if (result.value.title === null) failed.push(`${draft.fileName ?? ''} without a title`)
      }
      expect(failed).toEqual(['pub-foreign_bad-fallback.epub import/empty'])
    },
  )

  test('reading a book leaves the book as it is', async () => {
    const name = readdirSync(folder).find((one) => one.endsWith('.epub')) ?? ''
    const bytes = new Uint8Array(readFileSync(join(folder, name)))
    const before = createHash('sha256').update(bytes).digest('hex')
    await unfoldEpub(bytes, name)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(before)
  })
})
