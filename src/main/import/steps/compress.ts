import { constants, zstdCompressSync } from 'node:zlib'

/** Higher levels take two to ten times as long for a few percent on texts of an article's size. */
const LEVEL = 3

/**
 * Zstandard with a checksum of the content in the frame, so that damage shows when it is read. With a dictionary (plain
 * bytes that much of the content repeats) the same bytes are needed to decompress.
 */
export function compress(bytes: Uint8Array, dictionary?: Uint8Array): Uint8Array {
  const compressed = zstdCompressSync(bytes, {
    ...(dictionary === undefined ? {} : { dictionary }),
    params: { [constants.ZSTD_c_compressionLevel]: LEVEL, [constants.ZSTD_c_checksumFlag]: 1 },
    pledgedSrcSize: bytes.length,
  })
  // Node answers a view of a buffer of 64 KiB; sent to another thread, the whole buffer would go along.
  return new Uint8Array(compressed)
}
