import { randomBytes } from 'node:crypto'
import { zstdDecompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { packBlob } from '../../../../src/main/import/steps/pack-blob.ts'
import { sha256 } from '../../../../src/main/import/steps/sha256.ts'
import type { PreparedBlob } from '../../../../src/main/archive/ports/blobs.ts'

function unpacked(blob: PreparedBlob): Buffer {
  return Buffer.concat(blob.chunks.map(({ codec, bytes }) => (codec === 'zstd' ? zstdDecompressSync(bytes) : bytes)))
}

describe('packing bytes', () => {
  test('text is compressed in chunks of one MiB, and comes back the same', () => {
    const bytes = new TextEncoder().encode('Ships leave the harbour. '.repeat(100_000))
    const blob = packBlob(bytes, 'text/plain')
    expect(blob).toMatchObject({ sha256: sha256(bytes), mediaType: 'text/plain', size: bytes.length })
    expect(blob.chunks.map(({ codec, size }) => [codec, size])).toEqual([
      ['zstd', 1_048_576],
      ['zstd', 1_048_576],
      ['zstd', 2_500_000 - 2 * 1_048_576],
    ])
    expect(unpacked(blob).equals(bytes)).toBe(true)
  })

  test('the frame carries a checksum: a flipped bit is found when it is read', () => {
    const [chunk] = packBlob(new TextEncoder().encode('harbour '.repeat(500)), 'text/plain').chunks
    const bytes = Uint8Array.from(chunk?.bytes ?? [])
    const last = bytes.length - 1
    bytes[last] = (bytes[last] ?? 0) ^ 1
    expect(() => zstdDecompressSync(bytes)).toThrow()
  })

  test('pictures stay as they are, and so does what compressing makes larger', () => {
    const text = new TextEncoder().encode('a'.repeat(1000))
    expect(packBlob(text, 'image/png').chunks[0]?.codec).toBe('identity')
    expect(packBlob(text, 'image/svg+xml').chunks[0]?.codec).toBe('zstd')
    const random = Uint8Array.from(randomBytes(1000))
    const blob = packBlob(random, 'application/octet-stream')
    expect(blob.chunks[0]?.codec).toBe('identity')
    expect(unpacked(blob).equals(random)).toBe(true)
  })

  test('every chunk has a buffer of its own, so that nothing around it is sent along', () => {
    const large = new Uint8Array(100_000)
    for (const mediaType of ['text/plain', 'image/png']) {
      const [chunk] = packBlob(large.subarray(10, 2000), mediaType).chunks
      expect(chunk?.bytes.buffer.byteLength).toBe(chunk?.bytes.length)
    }
  })

  test('no bytes are no chunks', () => {
    expect(packBlob(new Uint8Array(), 'text/plain')).toMatchObject({ size: 0, chunks: [] })
  })
})
