import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Sha256 } from '../../../shared/model/identity.ts'
import type { ArchivedArticle } from '../../archive/ports/archived-article.ts'
import type { BlobChunk } from '../../archive/ports/blobs.ts'
import { decodeChunk } from '../decode-chunk.ts'
import { sha256ToColumn } from '../sha256-column.ts'
import { archiveDamaged, checkedBytes, checkedCount, checkedName, checkedWord } from './checked.ts'

interface ChunkRow {
  readonly codec: unknown
  readonly size: unknown
  readonly bytes: unknown
}

/** Blobs of another archive, one chunk in memory at a time. */
export function createOtherBlob(database: Database): ArchivedArticle['blob'] {
  const find = database.prepare<[Buffer], { readonly id: number; readonly mediaType: unknown; readonly size: unknown }>(
    'SELECT id, media_type AS mediaType, size FROM blob WHERE sha256 = ?',
  )
  const chunk = database.prepare<[number, number], ChunkRow>(
    'SELECT codec, size, bytes FROM blob_chunk WHERE blob = ? AND number = ?',
  )
  return (sha256) => {
    const row = find.get(sha256ToColumn(sha256))
    if (row === undefined) throw archiveDamaged('the bytes of an original or a picture are missing')
    const size = checkedCount(row.size)
    return {
      mediaType: checkedName(row.mediaType),
      size,
      chunks: () => readChunks((number) => chunk.get(row.id, number), { sha256, size }),
    }
  }
}

/** The hash is taken while the chunks go by; what they hold is compared with what they are called at their end. */
function* readChunks(
  read: (number: number) => ChunkRow | undefined,
  { sha256, size }: { readonly sha256: Sha256; readonly size: number },
): Generator<BlobChunk> {
  const hash = createHash('sha256')
  let rest = size
  for (let number = 0; rest > 0; number++) {
    const row = read(number)
    if (row === undefined) throw archiveDamaged('bytes of an original or a picture are missing')
    const codec = checkedWord(['identity', 'zstd'] as const, row.codec)
    const stored = { codec, size: checkedCount(row.size), bytes: checkedBytes(row.bytes) }
    const decoded = decodeChunk(stored)
    if (!decoded.ok || decoded.value.length === 0)
      throw archiveDamaged(decoded.ok ? 'bytes are missing' : decoded.error)
    hash.update(decoded.value)
    rest -= stored.size
    yield stored
  }
  if (rest < 0 || hash.digest('hex') !== sha256) throw archiveDamaged('an original or a picture in it was changed')
}
