import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { copyArchive } from '../../src/main/storage/backup.ts'
import { openReader } from '../../src/main/storage/open-reader.ts'
import { verifyArchive } from '../../src/main/storage/verify/verify-archive.ts'
import { fillArchive } from '../support/filled-archive.ts'
import { openAt } from '../support/new-archive.ts'
import { textOfHtml } from '../support/prepared.ts'
import { tempDir } from '../support/temp-dir.ts'
import { valueOf } from '../support/value-of.ts'
import { runScript } from './support/run-node.ts'

/** Articles in a backup that must be sound and one file. */
function articlesInSoundBackup(file: string): number {
  const reader = valueOf(openReader(file))
  const { damaged, checked } = verifyArchive(reader.database, { textOf: textOfHtml, onProgress: () => undefined })
  reader.close()
  expect(damaged).toEqual([])
  const raw = new Sqlite(file)
  expect(raw.pragma('journal_mode', { simple: true })).toBe('delete')
  raw.close()
  return checked.articles
}

describe('a backup while others write', () => {
  it('is a sound copy of one moment, each time, and hinders nobody', async () => {
    const folder = tempDir()
    const archive = openAt(join(folder, 'a.offprint'))
    fillArchive(archive, 50, 1000)
    const writing = { now: true }
    const writer = runScript('fill.ts', [archive.file, '1', '300', '1']).finally(() => {
      writing.now = false
    })
    const counts: number[] = []
    while (writing.now) {
      const backup = join(folder, `backup ${String(counts.length)}.offprint`)
      valueOf(await copyArchive(archive.file, backup))
      counts.push(articlesInSoundBackup(backup))
    }
    expect(await writer).toMatchObject({ status: 0, stderr: '' })
    expect(counts.length).toBeGreaterThan(1)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(archive.database.prepare('SELECT count(*) FROM article').pluck().get()).toBe(350)
    const left = readdirSync(folder).filter((name) => name.startsWith('backup'))
    expect(left).toHaveLength(counts.length)
  })

  it('has what was committed before the call, and not what the same thread commits during it', async () => {
    const folder = tempDir()
    const archive = openAt(join(folder, 'a.offprint'))
    fillArchive(archive, 1500)
    const copying = copyArchive(archive.file, join(folder, 'backup.offprint'))
    await new Promise((resolve) => setImmediate(resolve))
    fillArchive(archive, 10, 5000)
    valueOf(await copying)
    expect(articlesInSoundBackup(join(folder, 'backup.offprint'))).toBe(1500)
  })
})
