import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { tempDir } from '../../support/temp-dir.ts'

const STORAGE = join(import.meta.dirname, '../../../src/main/storage/open-archive.ts')

/** Megabytes that the process grows by while 80 MB are written into an archive that it has just made. */
function growth(file: string): number {
  const code = `
    import { randomBytes } from 'node:crypto'
    import { v7 } from 'uuid'
    import { openArchive } from ${JSON.stringify(STORAGE)}
    const opened = openArchive({ file: ${JSON.stringify(file)}, create: true, newUid: v7, clock: () => '2026-01-01T00:00:00.000Z' })
    if (!opened.ok) throw new Error(opened.error.code)
    const { database, close } = opened.value
    database.exec('CREATE TABLE filler (id INTEGER PRIMARY KEY, bytes BLOB)')
    const insert = database.prepare('INSERT INTO filler (bytes) VALUES (?)')
    const bytes = randomBytes(4000)
    const before = process.memoryUsage.rss()
    database.transaction(() => { for (let n = 0; n < 20_000; n++) insert.run(bytes) })()
    console.log((process.memoryUsage.rss() - before) / 1e6)
    close()`
  const cwd = join(import.meta.dirname, '../../..')
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd, encoding: 'utf8' }))
}

it('an archive that was just made keeps to the page cache of every other', () => {
  // 32 MB of pages, the list of what stands in the WAL, and what 20 000 calls leave to be collected; twice the cache is 65 MB.
  expect(growth(join(tempDir(), 'new.offprint'))).toBeLessThan(55)
})
