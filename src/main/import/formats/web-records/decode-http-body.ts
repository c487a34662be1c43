import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib'
import { isBinary } from '../../encoding/is-binary.ts'
import { MAX_ITEM_BYTES } from '../../limits.ts'

/**
 * The content of an HTTP answer: chunks joined, compression undone. Archives hold bodies whose headers speak of either
 * although it is undone already; text that does not fit its headers is taken as it is. null when it cannot be decoded, or would
 * be too large.
 */
export function decodeHttpBody(body: Uint8Array, chunked: boolean, encoding: string | null): Uint8Array | null {
  let bytes = chunked ? (joinChunks(body) ?? body) : body
  for (const name of (encoding ?? '').toLowerCase().split(',').reverse()) {
    const decoded = decompress(bytes, name.trim())
    if (decoded === null) return null
    bytes = decoded
  }
  return bytes
}

/** What there is of a stream that was cut off is better than nothing. */
function gunzip(bytes: Uint8Array, options: { readonly maxOutputLength: number }): Uint8Array {
  return gunzipSync(bytes, { ...options, finishFlush: constants.Z_SYNC_FLUSH })
}

type Decompress = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array

const DECODERS: Readonly<Record<string, Decompress>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  br: brotliDecompressSync,
  zstd: zstdDecompressSync,
  // Half of the servers that say so send it without its wrapping.
  deflate: (bytes, options) => {
    try {
      return inflateSync(bytes, options)
    } catch (error) {
      if (isTooLarge(error)) throw error
      return inflateRawSync(bytes, options)
    }
  },
}

function decompress(bytes: Uint8Array, name: string): Uint8Array | null {
  const decoder = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined
  if (decoder === undefined) return bytes
  try {
    return new Uint8Array(decoder(bytes, { maxOutputLength: MAX_ITEM_BYTES }))
  } catch (error) {
    return isTooLarge(error) || isBinary(bytes) ? null : bytes
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
}

/** Joins chunks (RFC 9112, 7.1); undefined when the body is not made of them. What is cut off ends there. */
function joinChunks(body: Uint8Array): Uint8Array | undefined {
  const whole = Buffer.from(body.buffer, body.byteOffset, body.length)
  const pieces: Uint8Array[] = []
  let at = 0
  while (at < whole.length) {
    const end = whole.indexOf('\n', at)
    const size = end < 0 ? null : /^\s*([\da-f]{1,8})\s*(?:;.*)?\r?$/is.exec(whole.toString('latin1', at, end))
    if (size === null) return pieces.length === 0 ? undefined : Buffer.concat(pieces)
    const length = Number.parseInt(size[1] ?? '0', 16)
    if (length === 0) break
    pieces.push(whole.subarray(end + 1, end + 1 + length))
    at = end + 1 + length
    if (whole[at] === 0x0d) at++
    if (whole[at] === 0x0a) at++
  }
  return Buffer.concat(pieces)
}
