import type { Sha256 } from '../../../shared/model/identity.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** One MiB of a blob, as stored: compressed where that helps. */
export interface BlobChunk {
  readonly codec: 'identity' | 'zstd'
  readonly bytes: Uint8Array
  /** Uncompressed bytes in the chunk. */
  readonly size: number
}

/** Bytes made ready for storage away from the core's thread; named by the SHA-256 of the uncompressed bytes. */
export interface PreparedBlob {
  readonly sha256: Sha256
  readonly mediaType: string
  /** Uncompressed bytes in all. */
  readonly size: number
  readonly chunks: readonly BlobChunk[]
}

/** Splits and compresses bytes; pure, so that it can run in the pool. */
export type PrepareBlob = (bytes: Uint8Array, mediaType: string) => PreparedBlob

/** The archive's content-addressed bytes. */
export interface Blobs {
  /** Keeps the blob; one that is there already is kept once. */
  readonly put: (unit: UnitOfWork, blob: PreparedBlob) => void
  /** All bytes of a blob, or undefined when there is none of that name. */
  readonly read: (sha256: Sha256) => { readonly mediaType: string; readonly bytes: Uint8Array } | undefined
}
