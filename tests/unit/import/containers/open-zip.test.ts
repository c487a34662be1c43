import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openZip } from '../../../../src/main/import/containers/open-zip.ts'
import { fileSource } from '../../../../src/main/import/sources/file-source.ts'
import { aZip, type ZipEntry } from '../../../support/a-zip.ts'
import { bytesInUse } from '../../../support/bytes-in-use.ts'
import { aSource } from '../../../support/import-builders.ts'
import { tempDir } from '../../../support/temp-dir.ts'

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

function inFile(bytes: Uint8Array, name = 'a.zip'): ReturnType<typeof fileSource> {
  const path = join(tempDir(), name)
  writeFileSync(path, bytes)
  return fileSource({ path, size: bytes.length, told: name })
}

/** Names and texts of what can be read, and the paths with codes of what cannot. */
async function contents(bytes: Uint8Array): Promise<unknown> {
  const opened = await openZip(inFile(bytes))
  if (!opened.ok) return opened.error.code
  await using zip = opened.value
  const read: string[][] = []
  for (const file of zip.bundle.files) {
    const content = await file.bytes()
    read.push([file.name, content.ok ? new TextDecoder().decode(content.value) : content.error.code])
  }
  return [...read, ...zip.refused.map(({ path, error }) => [path, error.code])]
}

const text: ZipEntry = { name: 'b.txt', content: 'words' }

describe('a ZIP', () => {
  test('of many small files that were looked at holds none of them but the last', async () => {
    const entries = Array.from({ length: 300 }, (_, index) => ({
      name: `${String(index)}.txt`,
      content: Buffer.alloc(60_000, index),
    }))
    const opened = await openZip(inFile(aZip(entries)))
    if (!opened.ok) throw new Error(opened.error.code)
    await using zip = opened.value
    const before = bytesInUse()
    for (const file of zip.bundle.files) expect((await file.head()).ok).toBe(true)
    // All of them are 18 MB. What the unpacking itself has let go may be collected a little later.
    await expect.poll(() => bytesInUse() - before).toBeLessThan(9_000_000)
    for (const index of [299, 299, 0]) {
      const read = await zip.bundle.files[index]?.bytes()
      expect(read?.ok === true && Buffer.from(read.value).equals(Buffer.alloc(60_000, index))).toBe(true)
    }
  })

  test('gives its files in order, packed or not, without folders and hidden files', async () => {
    const entries: readonly ZipEntry[] = [
      { name: 'a/', content: '' },
      { name: 'a/ü.txt', content: 'x'.repeat(200_000) },
      { ...text, stored: true },
      { name: '__MACOSX/b.txt', content: '' },
      { name: '.DS_Store', content: '' },
      { name: '._b.txt', content: '' },
      { name: '.NET 8 is here (01h).html', content: 'n' },
      { name: 'Q: why (01h).html', content: 'q' },
      { name: 'win\\dows.txt', content: 'w' },
    ]
    expect(await contents(aZip(entries))).toEqual([
      ['a/ü.txt', 'x'.repeat(200_000)],
      ['b.txt', 'words'],
      ['.NET 8 is here (01h).html', 'n'],
      ['Q: why (01h).html', 'q'],
      ['win/dows.txt', 'w'],
    ])
  })

  test('of the 64 bit kind is read as well', async () => {
    expect(await contents(aZip([text, { name: 'c.txt', content: 'more', zip64: true }]))).toEqual([
      ['b.txt', 'words'],
      ['c.txt', 'more'],
    ])
  })

  test('of two entries with one name both are there, told apart by their paths', async () => {
    const opened = await openZip(inFile(aZip([text, { ...text, content: 'others' }])))
    if (!opened.ok) throw new Error(opened.error.code)
    await using zip = opened.value
    expect(zip.bundle.files.map(({ name, path }) => [name, path])).toEqual([
      ['b.txt', 'a.zip#b.txt'],
      ['b.txt', 'a.zip#b.txt (2)'],
    ])
  })

  test('that comes by a pipe is put in a scratch folder of ours, which is gone afterwards', async () => {
    const scratch = tempDir()
    const before = process.env['TMPDIR']
    process.env['TMPDIR'] = scratch
    onTestFinished(() => {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
    })
    const opened = await openZip(aSource(aZip([text])))
    if (!opened.ok) throw new Error(opened.error.code)
    const zip = opened.value
    expect(readdirSync(scratch)).toHaveLength(1)
    const read = await zip.bundle.files[0]?.bytes()
    expect(read?.ok === true ? new TextDecoder().decode(read.value) : read).toBe('words')
    await zip[Symbol.asyncDispose]()
    expect(readdirSync(scratch)).toEqual([])
  })

  test('a picture is found beside its page, and nowhere outside', async () => {
    const opened = await openZip(
      inFile(
        aZip([
          { name: 'p/a.html', content: '<img>' },
          { name: 'img/x y.png', content: PIXEL },
          { name: 'p/t.png', content: 'no picture' },
          { name: 'p/a_files/css', content: 'a{}' },
        ]),
      ),
    )
    if (!opened.ok) throw new Error(opened.error.code)
    await using zip = opened.value
    const beside = zip.bundle.files[0]?.fileBeside
    expect((await beside?.('../img/x%20y.png', 'shown'))?.mediaType).toBe('image/png')
    expect((await beside?.('a_files/css', 'style'))?.mediaType).toBe('text/css')
    expect(await beside?.('t.png', 'style')).toBeNull()
    for (const address of ['t.png', '../../img/x y.png', '/etc/passwd', 'file:///etc/passwd', 'none.png']) {
      expect(await beside?.(address, 'shown')).toBeNull()
    }
  })
})

describe('a hostile ZIP', () => {
  test.each([
    ['../evil.txt'],
    ['a/../../evil.txt'],
    ['/etc/evil.txt'],
    ['C:\\evil.txt'],
    ['..\\..\\evil.txt'],
    ['a\0.txt'],
  ])('an entry named %j is refused, the others are read', async (name) => {
    const read = (await contents(aZip([{ name, content: 'x' }, text]))) as unknown[]
    expect(read[0]).toEqual(['b.txt', 'words'])
    expect(read[1]).toMatchObject([expect.stringContaining('a.zip#'), 'import/entry-refused'])
    expect(existsSync(join(tmpdir(), 'evil.txt'))).toBe(false)
  })

  test('links, locked entries and unknown methods are refused, each with its reason', async () => {
    const entries = [
      { name: 'link', content: '/etc/passwd', mode: 0o120777 },
      { name: 'locked', content: 'x', flags: 1 },
      { name: 'odd', content: 'x', method: 99 },
      text,
    ]
    expect(await contents(aZip(entries))).toEqual([
      ['b.txt', 'words'],
      ['a.zip#link', 'import/entry-refused'],
      ['a.zip#locked', 'import/locked'],
      ['a.zip#odd', 'import/entry-refused'],
    ])
  })

  test('a ZIP of which every file is locked says so once, as a whole', async () => {
    const locked = ['a.txt', 'b/c.txt'].map((name) => ({ name, content: 'x', flags: 1 }))
    const opened = await openZip(inFile(aZip([{ name: 'b/', content: '' }, ...locked])))
    expect(opened).toMatchObject({
      ok: false,
      error: { code: 'import/locked', details: { path: 'a.zip', reason: 'a password is needed to open it' } },
    })
  })

  test('an entry that unpacks to more than it says, or to other bytes, is damaged', async () => {
    const zip = aZip([
      { ...text, size: 3 },
      { ...text, sum: 1 },
      { ...text, packed: Buffer.from('\xff\xff\xff') },
    ])
    expect(await contents(zip)).toEqual([
      ['b.txt', 'import/container-damaged'],
      ['b.txt', 'import/container-damaged'],
      ['b.txt', 'import/container-damaged'],
    ])
  })

  test('a bomb is refused: an entry packed too tight, entries over one another, too much together', async () => {
    const zeros = Buffer.alloc(70 * 1024 * 1024)
    expect(await contents(aZip([{ name: 'zeros', content: zeros }]))).toEqual([['a.zip#zeros', 'import/entry-refused']])
    expect(await contents(aZip([text, { ...text, name: 'c' }], { overlap: true }))).toBe('import/container-refused')
    const many = Array.from({ length: 300 }, (_, index) => ({ name: String(index), content: 'x', size: 0x7fffffff }))
    expect(await contents(aZip(many))).toBe('import/container-refused')
  })

  test('cut short, or no ZIP at all, it is damaged', async () => {
    const whole = aZip([text])
    for (const cut of [5, whole.length - 30, whole.length - 1]) {
      expect(await contents(whole.slice(0, cut))).toBe('import/container-damaged')
    }
  })
})
