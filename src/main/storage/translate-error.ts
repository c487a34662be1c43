import Database from 'better-sqlite3'
import { appError, type AppError } from '../../shared/app-error.ts'
import { nativeErrorCode } from '../../shared/native-error-code.ts'

/** What native errors mean; words of each speak of the file at most. */
type NativeFailure =
  | 'storage/busy'
  | 'storage/damaged'
  | 'storage/disk-full'
  | 'storage/exists'
  | 'storage/not-found'
  | 'storage/not-writable'

/**
 * Beginnings of SQLite's result codes (https://sqlite.org/rescode.html), the first that fits decides. Constraint and
 * misuse codes are missing on purpose: they are bugs of ours.
 */
const SQLITE_CODES: readonly (readonly [beginning: string, code: NativeFailure])[] = [
  ['SQLITE_FULL', 'storage/disk-full'],
  ['SQLITE_BUSY', 'storage/busy'],
  ['SQLITE_LOCKED', 'storage/busy'],
  ['SQLITE_CORRUPT', 'storage/damaged'],
  ['SQLITE_NOTADB', 'storage/damaged'],
  ['SQLITE_IOERR_READ', 'storage/damaged'],
  ['SQLITE_IOERR_SHORT_READ', 'storage/damaged'],
  ['SQLITE_IOERR_CORRUPTFS', 'storage/damaged'],
  ['SQLITE_IOERR_DATA', 'storage/damaged'],
  ['SQLITE_IOERR', 'storage/not-writable'],
  ['SQLITE_READONLY', 'storage/not-writable'],
  ['SQLITE_CANTOPEN', 'storage/not-writable'],
  ['SQLITE_PERM', 'storage/not-writable'],
]

/** Error codes of Node's file functions (https://nodejs.org/api/errors.html#common-system-errors). */
const FILE_CODES: Readonly<Record<string, NativeFailure>> = {
  EACCES: 'storage/not-writable',
  EBUSY: 'storage/busy',
  EDQUOT: 'storage/disk-full',
  EEXIST: 'storage/exists',
  EIO: 'storage/not-writable',
  EISDIR: 'storage/not-writable',
  ELOOP: 'storage/not-found',
  ENAMETOOLONG: 'storage/not-writable',
  ENOENT: 'storage/not-found',
  ENOSPC: 'storage/disk-full',
  ENOTDIR: 'storage/not-found',
  EPERM: 'storage/not-writable',
  EROFS: 'storage/not-writable',
}

/**
 * What a native error of SQLite or the file system means to a person; undefined for anything else, which is a bug.
 * Details: `file` (the archive or other file concerned) and `reason` (the native words, for the report of an incident).
 */
export function translateError(error: unknown, file: string): AppError | undefined {
  const code = nativeCode(error)
  return code === undefined || !(error instanceof Error) ? undefined : appError(code, { file, reason: error.message })
}

function nativeCode(error: unknown): NativeFailure | undefined {
  if (error instanceof Database.SqliteError) {
    const native = error.code
    return SQLITE_CODES.find(([beginning]) => native.startsWith(beginning))?.[1]
  }
  const native = nativeErrorCode(error)
  return native !== undefined && Object.hasOwn(FILE_CODES, native) ? FILE_CODES[native] : undefined
}
