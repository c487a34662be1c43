import type { Entry } from 'yauzl'
import { appError, type AppError } from '../../../shared/app-error.ts'
import { entryName } from './entry-name.ts'
import { MAX_RATIO, RATIO_COUNTS_FROM } from './limits.ts'
import { methodBelowLock } from './locked/aes-lock.ts'

/** What speaks against opening a ZIP at all, or null: its entries share bytes, or unpack to too much together. */
export function problemOfEntries(entries: readonly Entry[], path: string, size: number): AppError | null {
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (unpacked > RATIO_COUNTS_FROM.container && unpacked > size * MAX_RATIO) {
    return hostile(path, `it would unpack to ${String(Math.round(unpacked / 1024 ** 3))} GiB`)
  }
  return entriesOverlap(entries) ? hostile(path, 'its entries lie over one another') : null
}

/** What speaks against reading one entry, or null. */
export function problemOfEntry(entry: Entry, path: string, password: string | null): AppError | null {
  if (entryName(entry) === null) return refused(path, 'its name leads out of the archive')
  // The upper half holds the mode of Unix, of which 0xA000 is a link.
  if (((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000) return refused(path, 'it is a link, not a file')
  if (entry.isEncrypted() && password === null) return lockedByPassword(path, 'none')
  const method = entry.isEncrypted() ? methodBelowLock(entry) : entry.compressionMethod
  if (method !== 0 && method !== 8) {
    return refused(path, `it is packed by a method that is not known (${String(method)})`)
  }
  const { uncompressedSize: size, compressedSize: packed } = entry
  if (size > RATIO_COUNTS_FROM.entry && size > packed * MAX_RATIO) {
    return refused(path, `it would unpack to ${String(Math.round(size / packed))} times its size`)
  }
  return null
}

/** The refusal of what a password locks: none was given, or another is needed. */
export function lockedByPassword(path: string, given: 'none' | 'another'): AppError {
  const reason = given === 'none' ? 'a password is needed to open it' : 'the password given does not open it'
  return appError('import/locked', { path, reason })
}

/** The refusal of a container as a whole. */
export function hostile(path: string, reason: string): AppError {
  return appError('import/container-refused', { path, reason })
}

function refused(path: string, reason: string): AppError {
  return appError('import/entry-refused', { path, reason })
}

/** A bomb without nesting lets all its entries unpack the same bytes (Fifield 2019, "A better zip bomb"). */
function entriesOverlap(entries: readonly Entry[]): boolean {
  const placed = [...entries].sort((one, other) => one.relativeOffsetOfLocalHeader - other.relativeOffsetOfLocalHeader)
  return placed.some((entry, index) => {
    const next = placed[index + 1]
    return (
      next !== undefined && entry.relativeOffsetOfLocalHeader + entry.compressedSize > next.relativeOffsetOfLocalHeader
    )
  })
}
