import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { createArchive, openArchive } from '../../../src/main/storage/open-archive.ts'
import type { OpenWarning } from '../../../src/main/storage/journal-mode.ts'
import { openReader } from '../../../src/main/storage/open-reader.ts'
import { newArchive, openAt } from '../../support/new-archive.ts'
import { countingUids, stillClock } from '../../support/still-clock.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { errorOf, valueOf } from '../../support/value-of.ts'
import { MIGRATIONS, newestSchema } from '../../../src/main/storage/migrations/migrations.ts'

const ports = { clock: stillClock, newUid: countingUids() }

/** Both doors refuse the same files. */
function refusals(file: string) {
  return [openArchive({ file, ...ports }), openReader(file)].map((result) => errorOf(result))
}

describe('opening an archive', () => {
  it('creates one when asked, with its own row, in one file once it is closed', () => {
    const archive = newArchive()
    expect(archive.schema).toBe(newestSchema(MIGRATIONS))
    expect(archive.database.prepare('SELECT * FROM archive').all()).toEqual([
      { id: 1, uid: '0190a000-0000-7000-8000-000000000001', created_at: stillClock() },
    ])
    archive.close()
    archive.close()
    expect(readdirSync(join(archive.file, '..'))).toEqual(['Archive.offprint'])
  })

  it('finds again what was there, and creates nothing over it', () => {
    const first = newArchive()
    first.database.exec(`INSERT INTO tag VALUES (1, 'u', 'Tea', 'tea', 'then', 'then')`)
    first.close()
    const again = openAt(first.file)
    expect(again.database.prepare('SELECT name FROM tag').pluck().all()).toEqual(['Tea'])
    expect(errorOf(createArchive({ file: first.file, ...ports })).code).toBe('storage/exists')
  })

  it('says that there is no file, and does not make one', () => {
    const file = join(tempDir(), 'none.offprint')
    expect(refusals(file)).toEqual([0, 1].map(() => ({ code: 'storage/not-found', details: { file } })))
    expect(existsSync(file)).toBe(false)
  })

  it('says that the folder is missing when it should create a file in it', () => {
    const file = join(tempDir(), 'no', 'such', 'a.offprint')
    expect(errorOf(openArchive({ file, create: true, ...ports })).code).toBe('storage/not-writable')
  })

  it.each([
    ['text', Buffer.from('Dear diary, this is not an archive. '.repeat(9))],
    ['a short file', Buffer.from('x')],
    ['blank pages', Buffer.alloc(16_384)],
    ['SQLite of nobody', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(9000)])],
  ])('refuses %s and leaves every byte of it', (_name, bytes) => {
    const file = join(tempDir(), 'other.offprint')
    writeFileSync(file, bytes)
    expect(refusals(file).map((error) => error.code)).toEqual(['storage/not-an-archive', 'storage/not-an-archive'])
    expect(errorOf(openArchive({ file, create: true, ...ports })).code).toBe('storage/not-an-archive')
    expect(readFileSync(file)).toEqual(bytes)
  })

  it('refuses the database of another program and leaves every byte of it', () => {
    const file = join(tempDir(), 'places.sqlite')
    new Sqlite(file).exec('CREATE TABLE bookmark (url TEXT)').close()
    const before = readFileSync(file)
    expect(errorOf(openArchive({ file, create: true, ...ports })).code).toBe('storage/not-an-archive')
    expect(readFileSync(file)).toEqual(before)
  })

  it('refuses a folder', () => {
    const file = tempDir()
    expect(errorOf(openArchive({ file, ...ports })).code).toBe('storage/not-an-archive')
  })

  it('makes an archive of an empty file only when asked', () => {
    const file = join(tempDir(), 'empty.offprint')
    writeFileSync(file, '')
    expect(refusals(file).map((error) => error.code)).toEqual(['storage/not-an-archive', 'storage/not-an-archive'])
    expect(readFileSync(file)).toHaveLength(0)
    expect(openAt(file, { create: true }).schema).toBe(newestSchema(MIGRATIONS))
  })

  it('finishes what a killed process had only begun to create, when asked', () => {
    const file = join(tempDir(), 'begun.offprint')
    const begun = new Sqlite(file)
    begun.pragma('page_size = 8192')
    begun.pragma('auto_vacuum = INCREMENTAL')
    begun.close()
    expect(readFileSync(file)).toHaveLength(8192)
    expect(refusals(file).map((error) => error.code)).toEqual(['storage/not-an-archive', 'storage/not-an-archive'])
    const { database, schema } = openAt(file, { create: true })
    expect(schema).toBe(newestSchema(MIGRATIONS))
    expect(database.pragma('auto_vacuum', { simple: true })).toBe(2)
  })

  it('refuses an archive of a newer schema with both numbers, and leaves it so', () => {
    const archive = newArchive()
    archive.database.pragma('user_version = 7')
    archive.close()
    const details = { file: archive.file, found: 7, supported: newestSchema(MIGRATIONS) }
    expect(refusals(archive.file)).toEqual([0, 1].map(() => ({ code: 'storage/newer-archive', details })))
    const raw = new Sqlite(archive.file)
    expect(raw.pragma('user_version', { simple: true })).toBe(7)
    raw.close()
  })

  it('says that an archive whose schema is overwritten is damaged', () => {
    const archive = newArchive()
    archive.close()
    const bytes = readFileSync(archive.file)
    bytes.fill(0xa5, 100, 8192)
    writeFileSync(archive.file, bytes)
    expect(errorOf(openArchive({ file: archive.file, ...ports })).code).toBe('storage/damaged')
  })

  it('says that it is busy when another program holds it alone', { timeout: 30_000 }, () => {
    const archive = newArchive()
    archive.close()
    const other = new Sqlite(archive.file)
    other.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
    expect(errorOf(openArchive({ file: archive.file, ...ports })).code).toBe('storage/busy')
    other.close()
  })

  it('warns of a sync folder, where it keeps everything in one file', () => {
    const folder = join(tempDir(), 'Dropbox')
    mkdirSync(folder)
    const warnings: OpenWarning[] = []
    const archive = openAt(join(folder, 'a.offprint'), { warn: (warning) => warnings.push(warning) })
    archive.database.exec(`INSERT INTO tag VALUES (1, 'u', 'Tea', 'tea', 'then', 'then')`)
    expect(readdirSync(folder)).toEqual(['a.offprint'])
    const place = { kind: 'sync-folder', folder, service: 'Dropbox' }
    expect(warnings).toEqual([{ file: archive.file, place, singleFile: true }])
  })

  it('warns and stays in WAL when the archive is open elsewhere while it moves into a sync folder', () => {
    const folder = tempDir()
    const first = openAt(join(folder, 'a.offprint'))
    mkdirSync(join(folder, '.stfolder'))
    const warnings: OpenWarning[] = []
    const second = openAt(first.file, { warn: (warning) => warnings.push(warning) })
    expect(second.journalMode).toBe('wal')
    expect(warnings.map((warning) => warning.singleFile)).toEqual([false])
  })

  it('opens a backup as an archive again', () => {
    const archive = newArchive()
    archive.database.pragma('wal_checkpoint(TRUNCATE)')
    const copy = join(tempDir(), 'copy.offprint')
    copyFileSync(archive.file, copy)
    const opened = valueOf(openArchive({ file: copy, ...ports }))
    expect(opened.schema).toBe(newestSchema(MIGRATIONS))
    opened.close()
  })
})
