import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { appError, Failure } from '../../../shared/app-error.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { HEAD_BYTES, MAX_ITEM_BYTES } from '../limits.ts'
import { readUpTo } from '../sources/read-up-to.ts'
import type { BundleFile } from '../format.ts'
import { hasChecksum } from './locked/aes-lock.ts'
import { unlockEntry, type LockedEntry } from './locked/unlock-entry.ts'

/** An entry as it is known in its ZIP. */
export interface NamedEntry {
  readonly entry: Entry
  readonly name: string
  /** As shown in reports. */
  readonly path: string
}

/** What the entries of a ZIP share: the small one that was looked at last, kept until its bytes are asked for; its password. */
export interface LookedAt {
  readonly password: string | null
  whole: { readonly entry: Entry; readonly bytes: Uint8Array } | null
}

/**
 * An entry of an open ZIP as a source: unpacked piece by piece whenever it is read, its checksum compared at the end. All
 * entries of a ZIP share `looked`.
 */
export function entrySource(zip: ZipFile, { entry, name, path }: NamedEntry, looked: LookedAt): BundleFile {
  const stream = (): AsyncGenerator<Uint8Array> => unpack({ zip, entry, path }, looked.password)
  const head = async (): Promise<Result<Uint8Array>> => {
    const read = await readUpTo(stream(), HEAD_BYTES, path)
    // A small entry read at once is unpacked once, for its head and its bytes alike; of many only looked at one is kept.
    if (read.ok && read.value.length < HEAD_BYTES) looked.whole = { entry, bytes: read.value }
    return read
  }
  const bytes = async (limit = MAX_ITEM_BYTES): Promise<Result<Uint8Array>> => {
    if (looked.whole?.entry === entry) {
      const { bytes: whole } = looked.whole
      looked.whole = null
      return ok(whole)
    }
    const size = entry.uncompressedSize
    if (size > limit) return err(appError('import/too-large', { path, size, limit }))
    return readUpTo(stream(), Infinity, path)
  }
  return {
    name,
    comment: entry.fileCommentRaw.toString('utf8'),
    path,
    fileName: name.slice(name.lastIndexOf('/') + 1),
    size: entry.uncompressedSize,
    head,
    bytes,
    stream,
  }
}

/** @throws Failure `import/container-damaged` for what does not unpack to what the list of entries says; `import/locked`. */
async function* unpack(named: LockedEntry, password: string | null): AsyncGenerator<Uint8Array> {
  const { zip, entry, path } = named
  let sum = 0
  try {
    const pieces =
      entry.isEncrypted() && password !== null ? unlockEntry(named, password) : await zip.openReadStreamPromise(entry)
    for await (const piece of pieces as AsyncIterable<Uint8Array>) {
      sum = crc32(piece, sum)
      yield piece
    }
  } catch (error) {
    if (error instanceof Failure) throw error
    throw damaged(path, error instanceof Error ? error.message : String(error))
  }
  if (sum !== entry.crc32 && hasChecksum(entry)) throw damaged(path, 'its checksum differs')
}

function damaged(path: string, cause: string): Failure {
  return new Failure(appError('import/container-damaged', { path, cause }))
}
