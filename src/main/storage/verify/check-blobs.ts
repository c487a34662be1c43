import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { decodeChunk } from '../decode-chunk.ts'
import type { StoredChunk } from '../decode-chunk.ts'
import { hex } from '../log/log-row.ts'
import type { Check } from './check.ts'
import { guard } from './check.ts'
import { walkIds } from './walk-ids.ts'

interface BlobRow {
  readonly sha256: Uint8Array
  readonly size: number
}

/** Hashes every blob anew, a chunk in memory at a time, and names it by its SHA-256. */
export const checkBlobs: Check = (context) => {
  const { database } = context
  const find = database.prepare<[number], BlobRow>('SELECT sha256, size FROM blob WHERE id = ?')
  const checkBytes = createCheckBytes(database)
  const owner = createFindOwner(database)
  return walkIds(context, 'blob', (id) => {
    let uid = `blob ${String(id)}`
    guard(context, { kind: 'blob', uid }, () => {
      const blob = find.get(id)
      if (blob === undefined) return
      uid = hex(blob.sha256)
      guard(context, { kind: 'blob', uid }, () => {
        const reason = checkBytes(id, blob)
        if (reason !== undefined) context.report({ kind: 'blob', uid, reason: reason + owner(id) })
      })
    })
    context.done()
  })
}

/** What is wrong with a blob's bytes, or undefined. */
function createCheckBytes(database: Database): (id: number, blob: BlobRow) => string | undefined {
  const numbers = database
    .prepare<[number], number>('SELECT number FROM blob_chunk WHERE blob = ? ORDER BY number')
    .pluck()
  const read = database.prepare<[number, number], StoredChunk>(
    'SELECT codec, size, bytes FROM blob_chunk WHERE blob = ? AND number = ?',
  )
  return (id, blob) => {
    const hash = createHash('sha256')
    let size = 0
    for (const [expected, number] of numbers.all(id).entries()) {
      const chunk = number === expected ? read.get(id, number) : undefined
      if (chunk === undefined) return `chunk ${String(expected)} is missing`
      const bytes = decodeChunk(chunk)
      if (!bytes.ok) return `chunk ${String(number)}: ${bytes.error}`
      hash.update(bytes.value)
      size += bytes.value.length
    }
    if (size !== blob.size) return `${String(size)} bytes instead of ${String(blob.size)}: chunks are missing`
    return hash.digest().equals(blob.sha256) ? undefined : 'the bytes are not those of the hash'
  }
}

/** Whose original a blob is, as an ending of the sentence: a hash alone tells a person nothing. */
function createFindOwner(database: Database): (id: number) => string {
  const find = database
    .prepare<[number], string>(
      'SELECT uid FROM article WHERE id = (SELECT article FROM version WHERE source_blob = ? LIMIT 1)',
    )
    .pluck()
  return (id) => {
    const article = find.get(id)
    return article === undefined ? '' : `; it is an original of article ${article}`
  }
}
