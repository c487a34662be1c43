import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../../../src/main/storage/open-archive.ts'
import { openReader } from '../../../../src/main/storage/open-reader.ts'
import { MIGRATIONS, newestSchema } from '../../../../src/main/storage/migrations/migrations.ts'
import type { Migration } from '../../../../src/main/storage/migrations/migrations.ts'
import { fillArchive } from '../../../support/filled-archive.ts'
import { newArchive, openAt } from '../../../support/new-archive.ts'
import { countingUids, stillClock } from '../../../support/still-clock.ts'
import { valueOf } from '../../../support/value-of.ts'

const NEWEST = newestSchema(MIGRATIONS)
const FIRST_MORE: Migration = {
  number: NEWEST + 1,
  up: (database) => database.exec('CREATE TABLE second (id INTEGER PRIMARY KEY) STRICT'),
}
const SECOND_MORE: Migration = { number: NEWEST + 2, up: (database) => database.exec('INSERT INTO second VALUES (3)') }

function closedArchive(): string {
  const archive = newArchive()
  fillArchive(archive, 2)
  archive.close()
  return archive.file
}

function filesBeside(file: string): readonly string[] {
  return readdirSync(dirname(file)).toSorted()
}

describe('the list of migrations', () => {
  it('is numbered from 1 without a gap', () => {
    expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, at) => at + 1))
  })
})

describe('an archive of an older schema', () => {
  it('is brought up to date step by step, with all it holds', () => {
    const file = closedArchive()
    const archive = openAt(file, { migrations: [...MIGRATIONS, FIRST_MORE, SECOND_MORE] })
    expect(archive.schema).toBe(NEWEST + 2)
    expect(archive.database.prepare('SELECT id FROM second').pluck().all()).toEqual([3])
    expect(archive.database.prepare('SELECT count(*) FROM article').pluck().get()).toBe(2)
    expect(archive.database.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  it('is backed up first, beside it, under a name that says so', () => {
    const file = closedArchive()
    openAt(file, { migrations: [...MIGRATIONS, FIRST_MORE] }).close()
    const name = `Archive (schema ${NEWEST}, before update 2026-11-23 01.02.03).offprint`
    expect(filesBeside(file)).toEqual([name, 'Archive.offprint'])
    const backup = valueOf(openReader(join(dirname(file), name)))
    expect(backup.schema).toBe(NEWEST)
    expect(backup.database.prepare('SELECT count(*) FROM article').pluck().get()).toBe(2)
    expect(backup.database.pragma('journal_mode', { simple: true })).toBe('delete')
    expect(backup.database.pragma('page_size', { simple: true })).toBe(8192)
    backup.close()
  })

  it('is backed up under another name when there is such a backup', () => {
    const file = closedArchive()
    openAt(file, { migrations: [...MIGRATIONS, FIRST_MORE] }).close()
    const raw = openAt(file, { migrations: [...MIGRATIONS, FIRST_MORE] })
    raw.database.pragma(`user_version = ${NEWEST}`)
    raw.database.exec('DROP TABLE second')
    raw.close()
    openAt(file, { migrations: [...MIGRATIONS, FIRST_MORE] }).close()
    expect(filesBeside(file)).toHaveLength(3)
  })

  it('stays as it was when a step fails, and the failing step is a bug', () => {
    const file = closedArchive()
    const failing: Migration = { number: NEWEST + 2, up: (database) => database.exec('DROP TABLE missing') }
    expect(() =>
      openArchive({
        file,
        clock: stillClock,
        newUid: countingUids(),
        migrations: [...MIGRATIONS, FIRST_MORE, failing],
      }),
    ).toThrow('no such table: missing')
    const archive = openAt(file)
    expect(archive.schema).toBe(NEWEST)
    expect(archive.database.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'second'`).pluck().get()).toBe(0)
  })

  it('stays as it was when a step leaves rows without their parent', () => {
    const file = closedArchive()
    const careless: Migration = { number: NEWEST + 1, up: (database) => database.exec('DELETE FROM blob') }
    expect(() =>
      openArchive({ file, clock: stillClock, newUid: countingUids(), migrations: [...MIGRATIONS, careless] }),
    ).toThrow('a migration left 10 rows without their parent')
    expect(openAt(file).database.prepare('SELECT count(*) FROM blob').pluck().get()).toBe(2)
  })

  it('is not touched when a step is missing from the list', () => {
    const file = closedArchive()
    expect(() =>
      openArchive({ file, clock: stillClock, newUid: countingUids(), migrations: [...MIGRATIONS, SECOND_MORE] }),
    ).toThrow(`no migration leads from schema ${NEWEST}`)
  })
})

describe('an archive of this schema', () => {
  it('is neither backed up nor changed', () => {
    const file = closedArchive()
    openAt(file).close()
    expect(filesBeside(file)).toEqual(['Archive.offprint'])
  })
})
