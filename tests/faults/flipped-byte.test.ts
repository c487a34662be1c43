import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Damage } from '../../src/shared/model/safekeeping.ts'
import type { ArchiveConnection } from '../../src/main/storage/open-archive.ts'
import { openReader } from '../../src/main/storage/open-reader.ts'
import { verifyArchive } from '../../src/main/storage/verify/verify-archive.ts'
import { articleText, articleUid, fillArchive } from '../support/filled-archive.ts'
import { newArchive } from '../support/new-archive.ts'
import { sha256, textOfHtml, zstd } from '../support/prepared.ts'
import { valueOf } from '../support/value-of.ts'

function filled(count = 4): ArchiveConnection {
  const archive = newArchive()
  fillArchive(archive, count)
  return archive
}

function verify(database: ArchiveConnection['database']): readonly Damage[] {
  return verifyArchive(database, { textOf: textOfHtml, onProgress: () => undefined }).damaged
}

/** One byte with every bit turned over (single bits of zstd's padding carry nothing). */
function flip(bytes: Uint8Array, at: number): Uint8Array {
  const flipped = Uint8Array.from(bytes)
  flipped[at] = (flipped[at] ?? 0) ^ 0xff
  return flipped
}

/** Each byte of a stored value of row 2 turned over in turn (at most 40 places), with what `verify` then finds. */
function flipEach(table: string, column: string, row: string): readonly (readonly Damage[])[] {
  const { database } = filled()
  const stored = database.prepare(`SELECT CAST(${column} AS BLOB) FROM ${table} WHERE ${row}`).pluck().get()
  if (!(stored instanceof Uint8Array)) throw new Error('nothing stored there')
  const isText = database.prepare(`SELECT typeof(${column}) = 'text' FROM ${table} WHERE ${row}`).pluck().get() === 1
  const update = database.prepare(`UPDATE ${table} SET ${column} = ${isText ? 'CAST(? AS TEXT)' : '?'} WHERE ${row}`)
  database.pragma('ignore_check_constraints = ON')
  const step = Math.max(1, Math.floor(stored.length / 40))
  const found: (readonly Damage[])[] = []
  for (let at = 0; at < stored.length; at += step) {
    update.run(flip(stored, at))
    found.push(verify(database))
  }
  return found
}

describe('a flipped byte', () => {
  it.each([
    {
      name: 'a chunk of a blob',
      table: 'blob_chunk',
      column: 'bytes',
      row: 'blob = 2 AND number = 1',
      kind: 'blob',
      uid: sha256(articleText(2)),
    },
    { name: 'a text', table: 'rendition', column: 'text_zstd', row: 'id = 2', kind: 'text', uid: articleUid(2) },
    {
      name: 'the hash of a text',
      table: 'rendition',
      column: 'text_sha256',
      row: 'id = 2',
      kind: 'text',
      uid: articleUid(2),
    },
    { name: 'reader HTML', table: 'rendition', column: 'html_zstd', row: 'id = 2', kind: 'html', uid: articleUid(2) },
    { name: 'a change', table: 'change', column: 'after', row: 'id = 2', kind: 'change', uid: 'change 2' },
    { name: 'the subject of a log row', table: 'log', column: 'subject', row: 'seq = 3', kind: 'log', uid: 'log 3' },
    { name: 'the hash of a log row', table: 'log', column: 'hash', row: 'seq = 3', kind: 'log', uid: 'log 3' },
    { name: 'the link of a log row', table: 'log', column: 'previous', row: 'seq = 3', kind: 'log', uid: 'log 3' },
    { name: 'the seal of a log row', table: 'log', column: 'record_sha256', row: 'seq = 3', kind: 'log', uid: 'log 3' },
    {
      name: 'an outcome of an import',
      table: 'import_item',
      column: 'source',
      row: 'id = 2',
      kind: 'log',
      uid: 'import_item 2',
    },
  ])('in $name is named by verify, whichever byte it is', ({ table, column, row, kind, uid }) => {
    for (const damaged of flipEach(table, column, row)) {
      expect(damaged).toContainEqual(expect.objectContaining({ kind, uid }))
    }
  })

  it('in the file itself is named, and everything else is still looked at', () => {
    const archive = filled()
    archive.close()
    const bytes = readFileSync(archive.file)
    const at = bytes.indexOf(zstd(articleText(3)))
    expect(at).toBeGreaterThan(0)
    writeFileSync(archive.file, flip(bytes, at + 30))
    const reader = valueOf(openReader(archive.file))
    expect(verify(reader.database)).toEqual([expect.objectContaining({ kind: 'text', uid: articleUid(3) })])
    reader.close()
  })

  it('in the tree of a table is reported, and the pages that can be read are still looked at', () => {
    const archive = filled(600)
    const pages = archive.database
      .prepare(`SELECT pageno FROM dbstat WHERE name = 'blob' AND pagetype = 'leaf' ORDER BY pageno`)
      .pluck()
      .all()
      .map(Number)
    expect(pages.length).toBeGreaterThan(3)
    archive.close()
    const bytes = readFileSync(archive.file)
    const page = pages[1] ?? 0
    // The first byte of a page is its type: https://sqlite.org/fileformat.html#b_tree_pages
    bytes[(page - 1) * 8192] = 0x77
    writeFileSync(archive.file, bytes)
    const reader = valueOf(openReader(archive.file))
    const report = verifyArchive(reader.database, { textOf: textOfHtml, onProgress: () => undefined })
    reader.close()
    expect(report.damaged).toContainEqual(expect.objectContaining({ kind: 'database', uid: 'blob' }))
    expect(report.damaged).toContainEqual(expect.objectContaining({ kind: 'database', uid: 'integrity_check' }))
    expect(report.checked.blobs).toBeGreaterThan(300)
    expect(report.checked.blobs).toBeLessThan(600)
    expect(report.checked.renditions).toBe(600)
    expect(report.checked.log).toBe(1200)
  })

  it('anywhere in the file never makes verify throw', () => {
    const archive = filled(40)
    archive.close()
    const sound = readFileSync(archive.file)
    for (let at = 8192; at < sound.length; at += 8192 * 3 + 1) {
      const bytes = Buffer.from(sound)
      bytes.fill(0xff, at, at + 16)
      writeFileSync(archive.file, bytes)
      const opened = openReader(archive.file)
      if (!opened.ok) {
        expect(opened.error.code).toBe('storage/damaged')
        continue
      }
      expect(verify(opened.value.database)).toBeInstanceOf(Array)
      opened.value.close()
    }
  })
})
