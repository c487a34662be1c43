import { zstdDecompressSync } from 'node:zlib'
import { err, ok } from '../../shared/result.ts'
import type { Result } from '../../shared/result.ts'

/** A row of `blob_chunk`. */
export interface StoredChunk {
  readonly codec: string
  /** Uncompressed bytes. */
  readonly size: number
  readonly bytes: Uint8Array
}

/** A chunk's uncompressed bytes, or why they cannot be had; never more than the chunk says it holds. */
export function decodeChunk(chunk: StoredChunk): Result<Uint8Array, string> {
  const bytes = chunk.codec === 'identity' ? ok(chunk.bytes) : decompress(chunk.bytes, { limit: chunk.size })
  if (bytes.ok && bytes.value.length !== chunk.size) {
    return err(`${String(bytes.value.length)} bytes instead of ${String(chunk.size)}`)
  }
  return bytes
}

/** How a frame was made: the bytes it refers to, and how many it may hold. */
export interface FrameOptions {
  readonly dictionary?: Uint8Array
  readonly limit?: number
}

/**
 * Bytes of a zstd frame, or why it cannot be decompressed. A few padding bits at the end of a
 * frame's entropy streams carry nothing and are not checked by anyone: a flip there changes no content.
 */
export function decompress(compressed: Uint8Array, options: FrameOptions = {}): Result<Uint8Array, string> {
  if (!hasSoundDescriptor(compressed))
    return err('the compressed bytes are damaged (their header says what we never write)')
  try {
    // Zero is not an accepted limit; a frame of nothing is caught by its size afterwards.
    const { limit, ...given } = options
    const rest = { ...given, ...roomFor(compressed) }
    const bounded = limit === undefined ? rest : { ...rest, maxOutputLength: Math.max(1, limit) }
    return ok(zstdDecompressSync(compressed, bounded))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return err(`the compressed bytes are damaged (${error.message})`)
  }
}

/** Larger contents are put together from pieces of Node's own size. */
const MOST_ROOM = 1_000_000

/**
 * A buffer of the size that the frame's header tells (RFC 8878, 3.1.1.1), a little more so that one step fills it. Node's own are
 * of 64 KB, which fifty short texts of a page of results leave to be collected.
 */
function roomFor(frame: Uint8Array): { readonly chunkSize?: number } {
  const descriptor = frame[4] ?? 0
  const isSingleSegment = (descriptor & 0b10_0000) !== 0
  const at = 5 + (isSingleSegment ? 0 : 1) + ([0, 1, 2, 4][descriptor & 0b11] ?? 0)
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
  if (view.byteLength < at + 4) return {}
  const code = descriptor >>> 6
  const size = code === 1 ? view.getUint16(at, true) + 256 : code === 2 ? view.getUint32(at, true) : 0
  return size === 0 || size > MOST_ROOM ? {} : { chunkSize: size + 64 }
}

/**
 * Frames of ours always carry a checksum; zstd itself would take a frame whose checksum flag (bit 2 of the fifth byte)
 * was flipped for one without, and ignores the unused bit 4 (RFC 8878, 3.1.1.1.1).
 */
function hasSoundDescriptor(frame: Uint8Array): boolean {
  const descriptor = frame[4] ?? 0
  return (descriptor & 0b1_0100) === 0b0_0100
}
