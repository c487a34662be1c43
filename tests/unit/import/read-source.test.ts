import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AppError } from '../../../src/shared/app-error.ts'
import { findFormat } from '../../../src/main/import/formats/formats.ts'
import { draftsOnly, readSource } from '../../../src/main/import/read-source.ts'
import { fileSource } from '../../../src/main/import/sources/file-source.ts'
import { aZip, type ZipEntry } from '../../support/a-zip.ts'
import { collect } from '../../support/collect.ts'
import { tempDir } from '../../support/temp-dir.ts'

function problemOf({ code, details: { found } }: AppError): string {
  return typeof found === 'string' ? `${code} ${found}` : code
}

/** What each item of a ZIP is read as, or why not. */
async function itemsOf(bytes: Uint8Array, name = 'a.zip', formatId?: string): Promise<unknown[]> {
  const path = join(tempDir(), name)
  writeFileSync(path, bytes)
  const wished = formatId === undefined ? undefined : findFormat(formatId)
  const format = wished?.ok === true ? wished.value : undefined
  const source = fileSource({ path, size: bytes.length, told: name })
  const items = await collect(draftsOnly(readSource(source, { format, depth: 0, others: null, password: null })))
  return items.map((item) => [
    item.ok ? item.draft.source : item.source,
    item.ok ? item.draft.format : problemOf(item.error),
  ])
}

const page: ZipEntry = { name: 'a/page.html', content: '<!doctype html><p>Words' }
const text: ZipEntry = { name: 'note.txt', content: 'A note' }

describe('a ZIP of articles', () => {
  test('is read file by file, each as what it is, also in folders and in a ZIP inside', async () => {
    const inner = aZip([text])
    expect(await itemsOf(aZip([page, text, { name: 'b/more.zip', content: inner }]))).toEqual([
      ['a.zip#note.txt', 'text'],
      ['a.zip#a/page.html', 'html'],
      ['a.zip#b/more.zip#note.txt', 'text'],
    ])
  })

  test('ZIPs inside one another end', async () => {
    let zip = aZip([text])
    for (let level = 0; level < 5; level++) zip = aZip([{ name: 'z.zip', content: zip }])
    expect(await itemsOf(zip)).toEqual([['a.zip#z.zip#z.zip#z.zip', 'import/container-refused']])
  })

  test('what cannot be read of it is told, item by item', async () => {
    const zip = aZip([
      { ...page, sum: 1 },
      { ...text, flags: 1 },
      { name: 'x.rtf', content: '{\\rtf1' },
    ])
    expect(await itemsOf(zip)).toEqual([
      ['a.zip#x.rtf', 'import/unknown-format rich text document'],
      ['a.zip#a/page.html', 'import/container-damaged'],
      ['a.zip#note.txt', 'import/locked'],
    ])
    expect(await itemsOf(aZip([text]).slice(0, 40))).toEqual([['a.zip', 'import/container-damaged']])
  })

  test('a document that happens to be a ZIP is not taken apart', async () => {
    expect(await itemsOf(aZip([page]), 'letter.docx')).toEqual([['letter.docx', 'import/unknown-format Word document']])
  })

  test('read as a wished format, its files are', async () => {
    expect(await itemsOf(aZip([page]), 'a.zip', 'text')).toEqual([['a.zip#a/page.html', 'text']])
  })
})
