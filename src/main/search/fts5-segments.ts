import type { Database } from 'better-sqlite3'
import { prepared } from './prepared.ts'

/** A segment of `search_article`: a sorted run of terms on leaf pages of its own. */
export interface Segment {
  readonly id: number
  /** Numbers of its first and last leaf page; those between without gaps. */
  readonly first: number
  readonly last: number
  /** Rows that were deleted since it was written. */
  readonly deleted: ReadonlySet<number>
}

/** Format of the tables that this reads (SQLite's `fts5_index.c`); `secure-delete` makes it 5. */
const KNOWN_VERSION = 4
const STRUCTURE = 10
/** Marks a structure that tells origins and tombstones, as those of `contentless_delete` do. */
const WITH_TOMBSTONES = 0xff000001
/** A segment's number stands above 37 bits for page, height and kind; pages of tombstones belong to number + 2¹⁶. */
const SEGMENT_SHIFT = 37n
const TOMBSTONES = 1n << 16n
const TOMBSTONE_HEAD = 8
/** More levels, segments or pages of tombstones than an index has: the structure is damaged. */
const MOST = { levels: 64, segments: 2_000, tombstonePages: 100_000 }

/** Number of a segment's leaf page among the rows of the data table. */
export function leafRow(segment: Segment, page: number): number {
  return segment.id * 2 ** Number(SEGMENT_SHIFT) + page
}

/** The segments of the index of articles; undefined when they are of a format this does not know. */
export function readSegments(database: Database): readonly Segment[] | undefined {
  const version = prepared<[], number>(database, `SELECT v FROM search_article_config WHERE k = 'version'`).pluck()
  const block = prepared<[number], Buffer>(database, 'SELECT block FROM search_article_data WHERE id = ?')
    .pluck()
    .get(STRUCTURE)
  if (version.get() !== KNOWN_VERSION || block === undefined) return undefined
  if (block.readUInt32BE(4) !== WITH_TOMBSTONES) return undefined
  const next = createVarints(block, 8)
  const [levels, count] = [next(), next(), next()]
  if (levels > MOST.levels || count > MOST.segments) return undefined
  const segments: Segment[] = []
  for (let level = 0; level < levels; level += 1) {
    const [, inLevel] = [next(), next()]
    if (inLevel > MOST.segments) return undefined
    for (let at = 0; at < inLevel; at += 1) {
      const [id, first, last, , , tombstonePages] = [next(), next(), next(), next(), next(), next(), next(), next()]
      if (tombstonePages > MOST.tombstonePages) return undefined
      // A segment whose pages were all merged into another one begins at 0.
      if (first > 0) segments.push({ id, first, last, deleted: readTombstones(database, id, tombstonePages) })
    }
  }
  return segments
}

function readTombstones(database: Database, segment: number, pages: number): ReadonlySet<number> {
  const rows = new Set<number>()
  const read = prepared<[bigint], Buffer>(database, 'SELECT block FROM search_article_data WHERE id = ?').pluck()
  for (let page = 0; page < pages; page += 1) {
    const block = read.get(((BigInt(segment) + TOMBSTONES) << SEGMENT_SHIFT) + BigInt(page))
    if (block === undefined) continue
    const isShort = block[0] === 4
    for (let at = TOMBSTONE_HEAD; at < block.length; at += isShort ? 4 : 8) {
      rows.add(isShort ? block.readUInt32BE(at) : Number(block.readBigUInt64BE(at)))
    }
  }
  // An empty slot is 0, which no article has for its number.
  rows.delete(0)
  return rows
}

/** Reads SQLite's varints one after another: seven bits a byte, the highest bit set in all but the last of up to nine. */
function createVarints(bytes: Buffer, start: number): () => number {
  let at = start
  return () => {
    let value = 0
    for (let length = 1; length < 9; length += 1) {
      const byte = bytes[at++] ?? 0
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) return value
    }
    return value * 256 + (bytes[at++] ?? 0)
  }
}
