import type { Database } from 'better-sqlite3'
import type { RenditionId } from '../../shared/model/identity.ts'
import { readZstdColumn } from './zstd-column.ts'

/**
 * The text of a rendition from its compressed column.
 *
 * @throws Failure `storage/damaged`, as `readZstdColumn`.
 */
export type ReadText = (rendition: RenditionId, compressed: Uint8Array) => string

interface Recent {
  readonly checksum: string
  readonly text: string
}

/** UTF-16 units kept of a connection's texts: some pages of results, in 4 MB at most. */
const MOST_UNITS = 2_000_000
/** A frame ends with the checksum of its content (RFC 8878, 3.1.1). */
const CHECKSUM_BYTES = 4

const byConnection = new WeakMap<Database, ReadText>()

/**
 * Reads a connection's texts and keeps the last of them: a page of results wants each text for its passages and for its
 * excerpt, and the next key typed wants most of them again. Decompressing takes 30 to 60 µs. A kept text is used only for bytes of
 * the same length and checksum.
 */
export function recentTexts(database: Database): ReadText {
  const known = byConnection.get(database)
  if (known !== undefined) return known
  const created = createRecentTexts()
  byConnection.set(database, created)
  return created
}

function createRecentTexts(): ReadText {
  const recent = new Map<RenditionId, Recent>()
  let units = 0
  const drop = (rendition: RenditionId): void => {
    units -= recent.get(rendition)?.text.length ?? 0
    recent.delete(rendition)
  }
  return (rendition, compressed) => {
    const checksum = checksumOf(compressed)
    const before = recent.get(rendition)
    const text = before?.checksum === checksum ? before.text : readZstdColumn(rendition, 'text', compressed)
    drop(rendition)
    recent.set(rendition, { checksum, text })
    units += text.length
    for (const oldest of recent.keys()) {
      if (units <= MOST_UNITS) break
      drop(oldest)
    }
    return text
  }
}

/** What tells compressed bytes from others: their length and the checksum of what they hold. */
export function checksumOf(frame: Uint8Array): string {
  const { buffer, byteOffset, byteLength } = frame
  return `${String(byteLength)} ${Buffer.from(buffer, byteOffset, byteLength).toString('hex', byteLength - CHECKSUM_BYTES)}`
}
