import type { Entry } from 'yauzl'

/** How an entry is locked by AES, from its extra field (WinZip, "AE-x encryption information"). */
export interface AesLock {
  /** Of the key, in bytes. */
  readonly keyBytes: 16 | 24 | 32
  readonly saltBytes: number
  /** How the entry is packed below its lock. */
  readonly method: number
  /** AE-2 leaves out the checksum, which would tell something of a short file. */
  readonly hasChecksum: boolean
}

const EXTRA_FIELD = 0x9901
const METHOD = 99
const KEYS = [16, 24, 32] as const

/** The lock of an entry; null for one that is not locked by AES. */
export function aesLockOf({ compressionMethod, extraFields }: Entry): AesLock | null {
  const data = compressionMethod === METHOD ? extraFields.find(({ id }) => id === EXTRA_FIELD)?.data : undefined
  const keyBytes = data === undefined || data.length < 7 ? undefined : KEYS[(data[4] ?? 0) - 1]
  if (data === undefined || keyBytes === undefined) return null
  return { keyBytes, saltBytes: keyBytes / 2, method: data.readUInt16LE(5), hasChecksum: data.readUInt16LE(0) === 1 }
}

/** How an entry is packed below its lock, which is what the limits are about. */
export function methodBelowLock(entry: Entry): number {
  return aesLockOf(entry)?.method ?? entry.compressionMethod
}

/** Whether the checksum of the list is that of the entry; AE-2 states none, and is sealed. */
export function hasChecksum(entry: Entry): boolean {
  return aesLockOf(entry)?.hasChecksum ?? true
}
