import type { Database } from 'better-sqlite3'
import { appError, Failure } from '../../../shared/app-error.ts'
import type { Sha256 } from '../../../shared/model/identity.ts'
import type { StoredContent } from '../../archive/ports/stored-content.ts'
import { decodeChunk, type StoredChunk } from '../decode-chunk.ts'
import { sha256ToColumn } from '../sha256-column.ts'

interface BlobRow {
  readonly id: number
  readonly mediaType: string
  readonly size: number
}

/** Reads blobs piece by piece, so that a large one is never whole in memory. */
export function createBlobParts(database: Database): Pick<StoredContent, 'blob' | 'part'> {
  const find = database.prepare<[Uint8Array], BlobRow>(
    'SELECT id, media_type AS mediaType, size FROM blob WHERE sha256 = ?',
  )
  const sizes = database.prepare<[number], { readonly number: number; readonly size: number }>(
    'SELECT number, size FROM blob_chunk WHERE blob = ? ORDER BY number',
  )
  const chunk = database.prepare<[number, number], StoredChunk>(
    'SELECT codec, size, bytes FROM blob_chunk WHERE blob = ? AND number = ?',
  )

  const readChunk = (blob: number, number: number, sha256: Sha256): Uint8Array => {
    const stored = chunk.get(blob, number)
    const decoded = stored === undefined ? undefined : decodeChunk(stored)
    if (decoded?.ok !== true) throw damaged(sha256, decoded?.error ?? 'bytes are missing')
    return decoded.value
  }

  return {
    blob: (sha256) => {
      const row = find.get(sha256ToColumn(sha256))
      return row === undefined ? undefined : { sha256, mediaType: row.mediaType, size: row.size }
    },
    part: (sha256, start, length) => {
      const blob = find.get(sha256ToColumn(sha256))
      if (blob === undefined) throw damaged(sha256, 'there is no such blob')
      const end = Math.min(start + length, blob.size)
      const parts: Uint8Array[] = []
      let position = 0
      for (const { number, size } of sizes.all(blob.id)) {
        if (position < end && position + size > start) {
          const bytes = readChunk(blob.id, number, sha256)
          parts.push(bytes.subarray(Math.max(0, start - position), end - position))
        }
        position += size
      }
      if (position !== blob.size) throw damaged(sha256, 'bytes are missing')
      // A copy of its own: bytes cross to another thread, and a slice of the database's buffer would take all along.
      return new Uint8Array(Buffer.concat(parts))
    },
  }
}

function damaged(blob: Sha256, reason: string): Failure {
  return new Failure(appError('storage/damaged', { blob, reason }))
}
