import { statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createIdleCheckpoint, truncateWal } from '../../../src/main/storage/checkpoint.ts'
import { openReader } from '../../../src/main/storage/open-reader.ts'
import { fillArchive } from '../../support/filled-archive.ts'
import { newArchive } from '../../support/new-archive.ts'
import { valueOf } from '../../support/value-of.ts'

function walBytes(file: string): number {
  return statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
}

function waitFor(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

describe('the checkpoint of an idle archive', () => {
  it('empties the WAL after quiet time, and not before', async () => {
    const archive = newArchive()
    fillArchive(archive, 3)
    const checkpoint = createIdleCheckpoint(archive.database, 150)
    checkpoint.written()
    await waitFor(60)
    checkpoint.written()
    await waitFor(110)
    expect(walBytes(archive.file)).toBeGreaterThan(0)
    await waitFor(200)
    expect(walBytes(archive.file)).toBe(0)
    checkpoint.close()
  })

  it('comes at once when the watching ends', () => {
    const archive = newArchive()
    fillArchive(archive, 3)
    const checkpoint = createIdleCheckpoint(archive.database)
    checkpoint.written()
    checkpoint.close()
    expect(walBytes(archive.file)).toBe(0)
  })

  it('does not wait for a reader in the way, and comes when it has gone', async () => {
    const archive = newArchive()
    const reader = valueOf(openReader(archive.file))
    reader.database.exec('BEGIN')
    reader.database.prepare('SELECT count(*) FROM article').get()
    fillArchive(archive, 3)
    const before = performance.now()
    expect(truncateWal(archive.database)).toBe(false)
    expect(performance.now() - before).toBeLessThan(1000)
    expect(archive.database.pragma('busy_timeout', { simple: true })).toBe(10_000)

    const checkpoint = createIdleCheckpoint(archive.database, 40)
    checkpoint.written()
    await waitFor(100)
    expect(walBytes(archive.file)).toBeGreaterThan(0)
    reader.database.exec('ROLLBACK')
    await waitFor(150)
    expect(walBytes(archive.file)).toBe(0)
    checkpoint.close()
    reader.close()
  })
})
