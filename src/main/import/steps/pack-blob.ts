import type { BlobChunk, PrepareBlob } from '../../archive/ports/blobs.ts'
import { compress } from './compress.ts'
import { sha256 } from './sha256.ts'

/** Uncompressed bytes of a chunk: 1 MiB, so that ranges can be served and SQLite's limit on a value is never met. */
const CHUNK_BYTES = 1024 * 1024

/** Media that are compressed by themselves: another pass costs time and saves nothing. */
const COMPRESSED_MEDIA =
  /^(?:image\/(?!svg|bmp|tiff|x-ms-bmp|x-icon|vnd\.microsoft\.icon)|video\/|audio\/(?!wav|x-wav|aiff)|font\/woff|application\/(?:zip|gzip|zstd|x-7z-compressed|vnd\.rar|epub\+zip|pdf))/

/** Makes bytes ready to be stored: their name, and chunks compressed where that makes them smaller. */
export const packBlob: PrepareBlob = (bytes, mediaType) => {
  const chunks: BlobChunk[] = []
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    chunks.push(packChunk(bytes.subarray(start, start + CHUNK_BYTES), mediaType))
  }
  return { sha256: sha256(bytes), mediaType, size: bytes.length, chunks }
}

function packChunk(bytes: Uint8Array, mediaType: string): BlobChunk {
  const packed = COMPRESSED_MEDIA.test(mediaType) ? bytes : compress(bytes)
  if (packed.length < bytes.length) return { codec: 'zstd', bytes: packed, size: bytes.length }
  return { codec: 'identity', bytes: new Uint8Array(bytes), size: bytes.length }
}
