import { pipeline, Readable } from 'node:stream'
import { constants, createGunzip, createZstdDecompress } from 'node:zlib'
import { appError, Failure } from '../../../shared/app-error.ts'
import { err, type Result } from '../../../shared/result.ts'
import type { ImportSource } from '../format.ts'
import { HEAD_BYTES, MAX_ITEM_BYTES } from '../limits.ts'
import { readUpTo } from '../sources/read-up-to.ts'
import { hostile } from './check-entries.ts'
import { MAX_RATIO, RATIO_COUNTS_FROM } from './limits.ts'

interface Compression {
  readonly start: readonly number[]
  readonly extension: RegExp
  readonly create: () => NodeJS.ReadWriteStream
}

/** Programs that compress a single file: `page.html.gz`. */
const COMPRESSIONS: readonly Compression[] = [
  { start: [0x1f, 0x8b, 0x08], extension: /\.gz$/i, create: () => createGunzip() },
  {
    start: [0x28, 0xb5, 0x2f, 0xfd],
    extension: /\.zstd?$/i,
    // A window of 8 MiB is what the format asks every reader to have; more is for files made to need much memory.
    create: () => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: 23 } }),
  },
]

/**
 * The file inside of a source that is one compressed file (gzip, Zstandard), as a source that is unpacked piece by piece
 * whenever it is read; null for anything else. Failures of reading: `import/container-damaged`, `import/container-refused`
 * for what unpacks to `MAX_RATIO` times its size.
 */
export function compressedSource(source: ImportSource, head: Uint8Array): ImportSource | null {
  const found = COMPRESSIONS.find(({ start }) => start.every((byte, at) => head[at] === byte))
  if (found === undefined) return null
  const { path } = source
  const stream = (): AsyncGenerator<Uint8Array> => unpack(source, found)
  const upTo = (length: number): Promise<Result<Uint8Array>> => readUpTo(stream(), length, path)
  return {
    path,
    fileName: source.fileName?.replace(found.extension, '') ?? null,
    size: null,
    head: () => upTo(HEAD_BYTES),
    bytes: async (limit = MAX_ITEM_BYTES) => {
      const read = await upTo(limit + 1)
      if (!read.ok || read.value.length <= limit) return read
      return err(appError('import/too-large', { path, size: null, limit }))
    },
    stream,
    ...(source.fileBeside === undefined ? {} : { fileBeside: source.fileBeside }),
  }
}

/** @throws Failure */
async function* unpack(source: ImportSource, { create }: Compression): AsyncGenerator<Uint8Array> {
  let packed = 0
  let unpacked = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of source.stream()) {
      packed += piece.length
      yield piece
    }
  }
  const unpacking = create()
  // What goes wrong is thrown to whoever reads.
  pipeline(Readable.from(counted(), { objectMode: false }), unpacking, () => undefined)
  try {
    for await (const piece of unpacking as AsyncIterable<Uint8Array>) {
      unpacked += piece.length
      if (unpacked > RATIO_COUNTS_FROM.entry && unpacked > packed * MAX_RATIO) {
        throw new Failure(hostile(source.path, `it would unpack to more than ${String(MAX_RATIO)} times its size`))
      }
      yield piece
    }
  } catch (error) {
    throw isDamage(error)
      ? new Failure(appError('import/container-damaged', { path: source.path, cause: error.message }))
      : error
  }
}

/** An error of the library that unpacks; those of the file system and our own go on. */
function isDamage(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^(?:Z_|ZSTD_)/.test(String(error.code))
}
