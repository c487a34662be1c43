import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Database } from 'better-sqlite3'
import { MIGRATIONS, newestSchema } from '../../../src/main/storage/migrations/migrations.ts'
import { openReader } from '../../../src/main/storage/open-reader.ts'
import { newArchive, openAt } from '../../support/new-archive.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { valueOf } from '../../support/value-of.ts'

/** SQLite's numbers: https://sqlite.org/pragma.html. */
const EVERY_CONNECTION = {
  busy_timeout: 10_000,
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  secure_delete: 1,
  cache_size: -32_000,
}

function readPragmas(database: Database, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, database.pragma(name, { simple: true })]))
}

const WRITER = {
  ...EVERY_CONNECTION,
  journal_mode: 'wal',
  wal_autocheckpoint: 4000,
  temp_store: 2,
  query_only: 0,
}

describe('the settings of connections', () => {
  it('a new archive has pages of 8 KiB, gives space back step by step, and says what it is', () => {
    const { database } = newArchive()
    const expected = {
      page_size: 8192,
      auto_vacuum: 2,
      application_id: 0x4f465054,
      user_version: newestSchema(MIGRATIONS),
      encoding: 'UTF-8',
    }
    expect(readPragmas(database, Object.keys(expected))).toEqual(expected)
  })

  it('the writer of a new archive has every setting, and WAL', () => {
    const { database, journalMode } = newArchive()
    expect(readPragmas(database, Object.keys(WRITER))).toEqual(WRITER)
    expect(journalMode).toBe('wal')
  })

  it('the writer of an archive that was there has every setting, and WAL', () => {
    const file = join(tempDir(), 'a.offprint')
    openAt(file).close()
    const { database } = openAt(file, { create: false })
    expect(readPragmas(database, Object.keys(WRITER))).toEqual(WRITER)
  })

  it('a writer in a sync folder has every setting, and DELETE', () => {
    const { database, journalMode } = openAt(join(syncFolder(), 'a.offprint'))
    const expected = { ...EVERY_CONNECTION, journal_mode: 'delete', temp_store: 2, query_only: 0 }
    expect(readPragmas(database, Object.keys(expected))).toEqual(expected)
    expect(journalMode).toBe('delete')
  })

  it('a reader has every setting and cannot write', () => {
    const archive = newArchive()
    const reader = valueOf(openReader(archive.file))
    const expected = { ...EVERY_CONNECTION, cache_size: -16_000, journal_mode: 'wal', query_only: 1 }
    expect(readPragmas(reader.database, Object.keys(expected))).toEqual(expected)
    expect(() => reader.database.exec('DELETE FROM archive')).toThrow(/readonly/)
    reader.close()
  })
})

function syncFolder(): string {
  const folder = tempDir()
  mkdirSync(join(folder, '.stfolder'))
  return folder
}
