import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { compressedSource } from '../../../../src/main/import/containers/compressed-source.ts'
import { findFormat } from '../../../../src/main/import/formats/formats.ts'
import { draftsOnly, readSource } from '../../../../src/main/import/read-source.ts'
import { fileSource } from '../../../../src/main/import/sources/file-source.ts'
import { streamSource } from '../../../../src/main/import/sources/stream-source.ts'
import { aZip } from '../../../support/a-zip.ts'
import { collect } from '../../../support/collect.ts'
import { tempDir } from '../../../support/temp-dir.ts'

const PAGE = '<!doctype html><html lang="en"><title>Gauges</title><p>The gauges along the river were read twice a day.'

/** What each item of a file is read as, or why it is not. */
async function itemsOf(bytes: Uint8Array, name: string, formatId?: string): Promise<unknown[]> {
  const path = join(tempDir(), name)
  writeFileSync(path, bytes)
  const wished = formatId === undefined ? undefined : findFormat(formatId)
  const format = wished?.ok === true ? wished.value : undefined
  const source = fileSource({ path, size: bytes.length, told: name })
  const items = await collect(draftsOnly(readSource(source, { format, depth: 0, others: null, password: null })))
  return items.map((item) => [
    item.ok ? item.draft.source : item.source,
    item.ok ? item.draft.format : [item.error.code, item.error.details['reason'] ?? item.error.details['cause']],
  ])
}

describe('a file that is one compressed file', () => {
  test.each([
    ['gzip', 'page.html.gz', gzipSync(PAGE), 'html'],
    ['Zstandard', 'page.html.zst', zstdCompressSync(PAGE), 'html'],
    ['words in it', 'a.txt.gz', gzipSync('Words of a note, in two lines.\n\nThe second line.'), 'text'],
    ['Markdown by its name inside', 'note.md.gz', gzipSync('# Title\n\nA *word* or two.'), 'markdown'],
  ])('is read as what is in it: %s', async (_what, name, bytes, format) => {
    expect(await itemsOf(bytes, name)).toEqual([[name, format]])
    const [only] = await itemsOf(aZip([{ name, content: bytes }]), 'all.zip')
    expect(only).toEqual([`all.zip#${name}`, format])
  })

  test('is the same article as the file unpacked', async () => {
    const keys = await Promise.all(
      [gzipSync(PAGE), Buffer.from(PAGE)].map(async (bytes, at) => {
        const path = join(tempDir(), `page${String(at)}.html`)
        writeFileSync(path, bytes)
        const source = fileSource({ path, size: bytes.length, told: path })
        const [item] = await collect(readSource(source, { format: undefined, depth: 0, others: null, password: null }))
        return item !== undefined && 'draft' in item ? item.draft.key : null
      }),
    )
    expect(keys[0]).toEqual(keys[1])
    expect(keys[0]).not.toBeNull()
  })

  test('may hold a ZIP, whose files are read one by one', async () => {
    const zip = aZip([
      { name: 'a.html', content: PAGE },
      { name: 'b.txt', content: 'A note' },
    ])
    expect(await itemsOf(gzipSync(zip), 'all.zip.gz')).toEqual([
      ['all.zip.gz#a.html', 'html'],
      ['all.zip.gz#b.txt', 'text'],
    ])
  })

  test('is read as the format that was asked for', async () => {
    expect(await itemsOf(gzipSync(PAGE), 'page.gz', 'text')).toEqual([['page.gz', 'text']])
  })

  test('that is damaged, cut off or holds nothing known says so', async () => {
    const whole = gzipSync(PAGE)
    const bent = Uint8Array.from(whole, (byte, at) => (at > whole.length / 2 ? byte ^ 0x55 : byte))
    expect(await itemsOf(bent, 'page.html.gz')).toEqual([
      ['page.html.gz', ['import/container-damaged', expect.any(String)]],
    ])
    expect(await itemsOf(whole.subarray(0, 60), 'page.html.gz')).toEqual([
      ['page.html.gz', ['import/container-damaged', 'unexpected end of file']],
    ])
    const tar = Buffer.alloc(1024)
    tar.write('ustar', 257)
    expect(await itemsOf(gzipSync(tar), 'a.tar.gz')).toEqual([['a.tar.gz', ['import/unknown-format', undefined]]])
  })

  test('inside of others of its kind ends', async () => {
    let bytes: Uint8Array = Buffer.from(PAGE)
    for (let level = 0; level < 5; level++) bytes = gzipSync(bytes)
    expect(await itemsOf(bytes, 'a.gz')).toEqual([['a.gz', ['import/container-refused', 'it lies in 3 others']]])
  })

  test('that unpacks to a thousand times its size is not unpacked to its end', async () => {
    const bomb = gzipSync(Buffer.alloc(96 * 1024 * 1024))
    const source = streamSource(
      'bomb.gz',
      (async function* () {
        yield await Promise.resolve(bomb)
      })(),
      'bomb.gz',
    )
    const inside = compressedSource(source, bomb)
    let read = 0
    const reading = async (): Promise<void> => {
      for await (const piece of inside?.stream() ?? []) read += piece.length
    }
    await expect(reading()).rejects.toThrow('container-refused')
    expect(read).toBeLessThan(66 * 1024 * 1024)
    expect(await itemsOf(bomb, 'bomb.txt.gz')).toHaveLength(1)
  })
})
