import { open, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recordAddress, type WebRecord, type WebRecords } from './web-record.ts'

/** A record without its bytes, which lie in the store. */
export type StoredRecord = Omit<WebRecord, 'bytes'> & { readonly offset: number; readonly length: number }

/** Answers of a web archive, by address; their bytes lie in a scratch file, so that memory stays flat. */
export interface RecordStore extends WebRecords, AsyncDisposable {
  readonly add: (record: WebRecord, digest: string | null) => Promise<StoredRecord>
  /** Another address, or another moment, of an answer that is here; null when it is not. */
  readonly addAgain: (
    record: WebRecord,
    same: { readonly digest: string | null; readonly url: string | null },
  ) => StoredRecord | null
  readonly read: (stored: StoredRecord) => Promise<WebRecord>
}

/** Creates a store with a scratch folder of its own, gone when it is disposed of. Nothing of a record becomes a path. */
export async function createRecordStore(): Promise<RecordStore> {
  const folder = await mkdtemp(join(tmpdir(), 'offprint-import-'))
  const file = await open(join(folder, 'records'), 'wx+', 0o600)
  const byUrl = new Map<string, StoredRecord>()
  const byDigest = new Map<string, StoredRecord>()
  let end = 0

  const remember = (stored: StoredRecord, digest: string | null): StoredRecord => {
    const name = recordAddress(stored.url)
    // The first answer is the one that the page was shown with; one that came back empty is none.
    if ((byUrl.get(name)?.length ?? 0) === 0) byUrl.set(name, stored)
    if (digest !== null && !byDigest.has(digest)) byDigest.set(digest, stored)
    return stored
  }
  const read = async (stored: StoredRecord): Promise<WebRecord> => {
    const { offset, length, ...record } = stored
    const bytes = new Uint8Array(length)
    if (length > 0) await file.read(bytes, 0, length, offset)
    return { ...record, bytes }
  }
  return {
    add: async ({ bytes, ...record }, digest) => {
      const stored = { ...record, offset: end, length: bytes.length }
      if (bytes.length > 0) await file.write(bytes, 0, bytes.length, end)
      end += bytes.length
      return remember(stored, digest)
    },
    addAgain: ({ url, captured }, same) => {
      const found =
        (same.digest === null ? undefined : byDigest.get(same.digest)) ??
        (same.url === null ? undefined : byUrl.get(recordAddress(same.url)))
      return found === undefined ? null : remember({ ...found, url, captured }, null)
    },
    read,
    find: async (url) => {
      const stored = byUrl.get(recordAddress(url))
      return stored === undefined ? null : read(stored)
    },
    [Symbol.asyncDispose]: async () => {
      await file.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
