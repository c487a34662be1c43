import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createBlobs } from '../../src/main/storage/blobs.ts'
import type { ArchiveConnection } from '../../src/main/storage/open-archive.ts'
import { verifyArchive } from '../../src/main/storage/verify/verify-archive.ts'
import { articleUid, fillArchive } from '../support/filled-archive.ts'
import { newArchive, openAt } from '../support/new-archive.ts'
import { aPreparedBlob, textOfHtml } from '../support/prepared.ts'
import { errorOf } from '../support/value-of.ts'

/** An archive of five articles that cannot grow by more than four pages. */
function almostFull(): ArchiveConnection {
  const archive = newArchive()
  fillArchive(archive, 5)
  const pages = Number(archive.database.pragma('page_count', { simple: true }))
  archive.database.pragma(`max_page_count = ${String(pages + 4)}`)
  return archive
}

function articles(archive: ArchiveConnection): readonly unknown[] {
  return archive.database.prepare('SELECT uid FROM article ORDER BY id').pluck().all()
}

const FIVE = [1, 2, 3, 4, 5].map(articleUid)

describe('a full disk', () => {
  it('is a clear error; nothing of the batch is stored, everything of before is', () => {
    const archive = almostFull()
    const error = errorOf(
      archive.attempt(() => {
        fillArchive(archive, 200, 6)
      }),
    )
    expect(error.code).toBe('storage/disk-full')
    expect(error.details.file).toBe(archive.file)
    expect(articles(archive)).toEqual(FIVE)
    expect(verifyArchive(archive.database, { textOf: textOfHtml, onProgress: () => undefined }).damaged).toEqual([])
  })

  it('leaves an archive that opens, verifies, and takes the rest once there is room', () => {
    const full = almostFull()
    full.attempt(() => {
      fillArchive(full, 200, 6)
    })
    full.close()
    const archive = openAt(full.file)
    expect(articles(archive)).toEqual(FIVE)
    fillArchive(archive, 200, 6)
    expect(articles(archive)).toHaveLength(205)
    expect(verifyArchive(archive.database, { textOf: textOfHtml, onProgress: () => undefined }).damaged).toEqual([])
  })

  it('fails the whole unit when it happens in a savepoint whose error was swallowed: nothing is written outside', () => {
    const archive = almostFull()
    const blobs = createBlobs(archive.database)
    const result = archive.attempt(() => {
      archive.transact((unit) => {
        for (let item = 0; item < 10; item++) {
          try {
            archive.savepoint(unit, () => {
              blobs.put(unit, aPreparedBlob(randomBytes(100_000)))
            })
          } catch {
            // An import goes on with the next item when one fails.
          }
        }
      })
    })
    expect(errorOf(result).code).toBe('storage/disk-full')
    expect(archive.database.prepare('SELECT count(*) FROM blob').pluck().get()).toBe(5)
  })
})
