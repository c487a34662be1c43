import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Sha256 } from '../../../src/shared/model/identity.ts'
import { createBlobs } from '../../../src/main/storage/blobs.ts'
import { newArchive } from '../../support/new-archive.ts'
import { aPreparedBlob, sha256, zstd } from '../../support/prepared.ts'
import { errorOf } from '../../support/value-of.ts'

describe('blobs', () => {
  it('come back byte for byte, whatever they hold and however they are cut', () => {
    const { database, transact } = newArchive()
    const blobs = createBlobs(database)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), fc.integer({ min: 1, max: 700 }), (bytes, chunkSize) => {
        const blob = aPreparedBlob(bytes, chunkSize)
        transact((unit) => {
          blobs.put(unit, blob)
        })
        const read = blobs.read(blob.sha256)
        expect(read?.mediaType).toBe('text/plain')
        expect(Buffer.compare(read?.bytes ?? Buffer.from('nothing'), bytes)).toBe(0)
      }),
      { numRuns: 60 },
    )
  })

  it('are kept as they are when they came uncompressed', () => {
    const { database, transact } = newArchive()
    const blobs = createBlobs(database)
    const bytes = Buffer.from('already compressed')
    const chunks = [{ codec: 'identity' as const, bytes, size: bytes.length }]
    transact((unit) => {
      blobs.put(unit, { sha256: sha256(bytes), mediaType: 'image/jpeg', size: bytes.length, chunks })
    })
    expect(blobs.read(sha256(bytes))).toEqual({ mediaType: 'image/jpeg', bytes })
  })

  it('are kept once', () => {
    const { database, transact } = newArchive()
    const blobs = createBlobs(database)
    transact((unit) => {
      blobs.put(unit, aPreparedBlob('tea'))
      blobs.put(unit, aPreparedBlob('tea'))
    })
    expect(database.prepare('SELECT count(*) FROM blob_chunk').pluck().get()).toBe(1)
  })

  it('of an unknown name are not there', () => {
    expect(createBlobs(newArchive().database).read(sha256('tea') satisfies Sha256)).toBeUndefined()
  })

  it.each([
    ['DELETE FROM blob_chunk WHERE number = 1', 'bytes are missing'],
    ['UPDATE blob_chunk SET size = 3 WHERE number = 1', '2 bytes instead of 3'],
    [`UPDATE blob_chunk SET bytes = x'00' WHERE number = 1`, 'damaged'],
  ])('that cannot be read are an expected failure: %s', (sql, reason) => {
    const { database, transact, attempt } = newArchive()
    const blobs = createBlobs(database)
    const blob = aPreparedBlob('abcd', 2)
    transact((unit) => {
      blobs.put(unit, blob)
    })
    database.exec(sql)
    const error = errorOf(attempt(() => blobs.read(blob.sha256)))
    expect(error.code).toBe('storage/damaged')
    expect(error.details.blob).toBe(blob.sha256)
    expect(error.details.reason).toContain(reason)
  })

  it('of a chunk that unpacks to more than it says are refused before they fill the memory', () => {
    const { database, transact, attempt } = newArchive()
    const blobs = createBlobs(database)
    const chunks = [{ codec: 'zstd' as const, bytes: zstd(Buffer.alloc(50_000_000)), size: 10 }]
    transact((unit) => {
      blobs.put(unit, { sha256: sha256('x'), mediaType: 'text/plain', size: 10, chunks })
    })
    expect(errorOf(attempt(() => blobs.read(sha256('x')))).code).toBe('storage/damaged')
  })
})
