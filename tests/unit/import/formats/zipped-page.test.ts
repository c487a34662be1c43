import { describe, expect, test } from 'vitest'
import { aZip, type ZipEntry } from '../../../support/a-zip.ts'
import { draftsOf, inShort, readContent } from '../../../support/read-items.ts'

const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('JFIF\0'), Buffer.alloc(200, 9)])
const WORDS = 'The harbour wall was built in three summers. '.repeat(5)
const PAGE = `<!doctype html><html lang="en"><head><title>Salt</title><link rel="stylesheet" href="stylesheet_0.css"></head>
  <body><p>${WORDS}<img src="images/0.jpg"></p></body></html>`

/** What SingleFile packs. */
const ENTRIES: readonly ZipEntry[] = [
  { name: 'manifest.json', content: '{"title":"Salt"}' },
  { name: 'index.html', content: PAGE, comment: 'https://news.example/salt' },
  { name: 'stylesheet_0.css', content: 'p { color: black }' },
  { name: 'images/0.jpg', content: JPEG },
  { name: 'frames/0/index.html', content: '<!doctype html><p>An advertisement' },
]

/** The page that unpacks itself: HTML before the ZIP, whose comment is HTML again; offsets from the page's start or not. */
function selfExtracting(isFromStart: boolean, entries = ENTRIES): Uint8Array {
  const before = Buffer.from(
    '<!doctype html><html data-sfz><meta charset=windows-1252><title></title><body>Wait <script>unpack()</script><!--',
  )
  const zip = Buffer.from(aZip(entries, { comment: '--><script>go()</script></body></html>' }))
  if (isFromStart) moveOffsets(zip, before.length)
  return Buffer.concat([before, zip])
}

/** Every entry of the list, and the list itself, so many bytes further. */
function moveOffsets(zip: Buffer, by: number): void {
  const end = zip.lastIndexOf('PK\x05\x06')
  const list = zip.readUInt32LE(end + 16)
  for (let at = zip.indexOf('PK\x01\x02', list, 'latin1'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4, 'latin1')) {
    zip.writeUInt32LE(zip.readUInt32LE(at + 42) + by, at + 42)
  }
  zip.writeUInt32LE(list + by, end + 16)
}

describe('A page packed with its files', () => {
  test.each([
    ['a ZIP', () => aZip(ENTRIES), 'salt.zip'],
    ['a page that unpacks itself', () => selfExtracting(true), 'salt.html'],
    ['one whose ZIP counts from itself', () => selfExtracting(false), 'salt.u.zip.html'],
  ])('by SingleFile as %s is one article with its pictures and its address', async (_, make, name) => {
    const [draft, ...others] = draftsOf(await readContent(make(), name))
    expect(others).toEqual([])
    expect(draft).toMatchObject({ format: 'html', url: 'https://news.example/salt', fileName: 'index.html' })
    expect(draft?.files.map(({ address, mediaType }) => [address, mediaType])).toEqual([
      ['images/0.jpg', 'image/jpeg'],
      ['stylesheet_0.css', 'text/css'],
    ])
  })

  test("by Calibre (HTMLZ) has the book's facts", async () => {
    const opf = `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>On salt</dc:title>
      <dc:creator>Ann Lee</dc:creator><dc:language>en</dc:language><dc:subject>History</dc:subject></metadata></package>`
    const content = PAGE.replace('stylesheet_0.css', 'style.css')
    const entries = [
      { name: 'index.html', content },
      { name: 'metadata.opf', content: opf },
      { name: 'style.css', content: 'p { color: black }' },
      { name: 'images/0.jpg', content: JPEG },
    ]
    const [item, ...others] = (await readContent(aZip(entries), 'salt.htmlz')).map(inShort)
    expect(others).toEqual([])
    expect(item).toMatchObject({ title: 'On salt', byline: 'Ann Lee', language: 'en', tags: ['History'] })
  })

  test('locked with a password says so; other pages that lie together stay pages', async () => {
    const locked = ENTRIES.map((entry) => ({ ...entry, flags: 1 }))
    const items = await readContent(selfExtracting(true, locked), 'locked.html')
    expect(items.map((item) => (item.ok ? 'read' : item.error.code))).toEqual(['import/locked'])
    const site = [...ENTRIES.slice(1), { name: 'about.html', content: '<!doctype html><p>About' }]
    const read = draftsOf((await readContent(aZip(site), 'site.zip')).filter(({ ok }) => ok))
    expect(read.filter(({ format }) => format === 'html').length).toBe(3)
  })

  test('cut off, or with flipped bits, is read or told, never lost in silence', async () => {
    const whole = selfExtracting(true)
    for (let step = 1; step <= 40; step++) {
      const at = Math.floor((whole.length * step) / 41)
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (step % 8))
      for (const bytes of [whole.subarray(0, at), flipped]) {
        const items = await readContent(bytes, 'odd.html')
        expect(items.length).toBeGreaterThan(0)
        for (const item of items) if (!item.ok) expect(item.error.code).toMatch(/^import\//)
      }
    }
  })
})
