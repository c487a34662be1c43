import { chmodSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { copyArchive } from '../../src/main/storage/backup.ts'
import { backUpBefore } from '../../src/main/storage/migrations/back-up-before.ts'
import { restoreArchive } from '../../src/main/storage/restore.ts'
import { textOfHtml } from '../support/prepared.ts'
import { openAt } from '../support/new-archive.ts'
import { stillClock } from '../support/still-clock.ts'
import { tempDir } from '../support/temp-dir.ts'
import { valueOf } from '../support/value-of.ts'

const RESTORING = { now: stillClock(), textOf: textOfHtml, onProgress: () => undefined }

/** What every file of a folder lets its owner, its group and others do. */
function rights(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(folder).map((name) => [name, modeOf(join(folder, name))]))
}

function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8)
}

function withUmask(umask: number): void {
  const before = process.umask(umask)
  onTestFinished(() => {
    process.umask(before)
  })
}

describe.skipIf(process.platform === 'win32')('what people keep', () => {
  it.each([0o000, 0o022, 0o077, 0o777])('is readable to its owner alone, journals and all, at umask %o', (umask) => {
    const folder = tempDir()
    withUmask(umask)
    const { database } = openAt(join(folder, 'Archive.offprint'))
    database.exec('CREATE TABLE written (x); INSERT INTO written VALUES (1)')
    expect(rights(folder)).toEqual({
      'Archive.offprint': '600',
      'Archive.offprint-shm': '600',
      'Archive.offprint-wal': '600',
    })
  })

  it('is so in every copy: backups, copies before an update, what is restored', async () => {
    const folder = tempDir()
    withUmask(0)
    const archive = openAt(join(folder, 'Archive.offprint'))
    const backup = join(folder, 'Backup.offprint')
    valueOf(await copyArchive(archive.file, backup))
    backUpBefore(archive.database, archive.file, 1, stillClock())
    archive.close()
    chmodSync(backup, 0o644)
    valueOf(restoreArchive({ backup, archive: join(folder, 'New.offprint'), ...RESTORING }))
    chmodSync(backup, 0o600)
    expect(Object.keys(rights(folder))).toHaveLength(4)
    expect(new Set(Object.values(rights(folder)))).toEqual(new Set(['600']))
  })

  it('keeps the rights that somebody gave it', async () => {
    const folder = tempDir()
    const file = join(folder, 'Shared.offprint')
    writeFileSync(file, '')
    chmodSync(file, 0o660)
    const archive = openAt(file)
    const backup = join(folder, 'Backup.offprint')
    valueOf(await copyArchive(file, backup))
    archive.close()
    expect(modeOf(file)).toBe('660')
    valueOf(restoreArchive({ backup, archive: file, ...RESTORING }))
    expect(modeOf(file)).toBe('660')
    expect(existsSync(backup)).toBe(true)
  })
})
