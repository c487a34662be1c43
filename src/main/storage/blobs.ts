import type { Database } from 'better-sqlite3'
import { appError, Failure } from '../../shared/app-error.ts'
import type { Sha256 } from '../../shared/model/identity.ts'
import type { Blobs } from '../archive/ports/blobs.ts'
import { decodeChunk } from './decode-chunk.ts'
import type { StoredChunk } from './decode-chunk.ts'
import { sha256ToColumn } from './sha256-column.ts'

/** The archive's bytes on one connection. `read` throws a `Failure` (`storage/damaged`) for bytes that cannot be read. */
export function createBlobs(database: Database): Blobs {
  return { put: createPut(database), read: createRead(database) }
}

function createPut(database: Database): Blobs['put'] {
  const insertBlob = database.prepare(
    'INSERT INTO blob (sha256, media_type, size) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
  )
  const insertChunk = database.prepare(
    'INSERT INTO blob_chunk (blob, number, codec, size, bytes) VALUES (?, ?, ?, ?, ?)',
  )
  return (_unit, blob) => {
    const { changes, lastInsertRowid } = insertBlob.run(sha256ToColumn(blob.sha256), blob.mediaType, blob.size)
    if (changes === 0) return
    for (const [number, chunk] of blob.chunks.entries()) {
      insertChunk.run(lastInsertRowid, number, chunk.codec, chunk.size, chunk.bytes)
    }
  }
}

function createRead(database: Database): Blobs['read'] {
  const find = database.prepare<[Uint8Array], { id: number; media_type: string; size: number }>(
    'SELECT id, media_type, size FROM blob WHERE sha256 = ?',
  )
  const chunks = database.prepare<[number], StoredChunk>(
    'SELECT codec, size, bytes FROM blob_chunk WHERE blob = ? ORDER BY number',
  )
  return (sha256) => {
    const blob = find.get(sha256ToColumn(sha256))
    if (blob === undefined) return undefined
    const parts = chunks.all(blob.id).map((chunk) => decode(chunk, sha256))
    const bytes = Buffer.concat(parts)
    if (bytes.length !== blob.size) throw damaged(sha256, 'bytes are missing')
    return { mediaType: blob.media_type, bytes }
  }
}

function decode(chunk: StoredChunk, sha256: Sha256): Uint8Array {
  const decoded = decodeChunk(chunk)
  if (!decoded.ok) throw damaged(sha256, decoded.error)
  return decoded.value
}

function damaged(blob: Sha256, reason: string): Failure {
  return new Failure(appError('storage/damaged', { blob, reason }))
}
