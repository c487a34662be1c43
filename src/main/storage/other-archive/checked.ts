import Database from 'better-sqlite3'
import { appError, Failure } from '../../../shared/app-error.ts'
import type { Instant, Sha256, Uid } from '../../../shared/model/identity.ts'
import { translateError } from '../translate-error.ts'

/** The failure of an archive, or of an article in it, that cannot be read. */
export function archiveDamaged(cause: string): Failure {
  return new Failure(appError('import/archive-damaged', { cause }))
}

/** Runs what reads another archive: SQLite's own errors, and damage found by our readers, become `import/archive-damaged`. */
export function readingOther<Value>(work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    if (error instanceof Failure && error.appError.code === 'storage/damaged') {
      const { reason } = error.appError.details
      throw archiveDamaged(typeof reason === 'string' ? reason : 'bytes in it cannot be read')
    }
    // Of a file that anybody may have made, anything can be missing: tables, columns, values of their types.
    if (error instanceof Database.SqliteError || error instanceof TypeError) throw archiveDamaged(error.message)
    const native = translateError(error, '')
    if (native !== undefined) throw archiveDamaged(error instanceof Error ? error.message : native.code)
    throw error
  }
}

const UID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** A uid as it must be written: anything else could not name the same thing everywhere. */
export function checkedUid(value: unknown): Uid {
  if (typeof value !== 'string' || !UID.test(value)) throw archiveDamaged('an identity in it is none')
  return value as Uid
}

/** A moment as it must be written: moments are compared as texts. */
export function checkedInstant(value: unknown): Instant {
  if (typeof value !== 'string' || !INSTANT.test(value)) throw archiveDamaged('a time in it is none')
  return value as Instant
}

/** One of a few words. */
export function checkedWord<Word extends string>(words: readonly Word[], value: unknown): Word {
  const found = words.find((word) => word === value)
  if (found === undefined) throw archiveDamaged('a value in it is none of those there are')
  return found
}

/** A text, or null. */
export function checkedText(value: unknown): string | null {
  if (value !== null && typeof value !== 'string') throw archiveDamaged('a text in it is none')
  return value
}

/** A text that is there, and is not blank. */
export function checkedName(value: unknown): string {
  const text = checkedText(value)
  if (text === null || text.trim() === '') throw archiveDamaged('a name in it is blank')
  return text
}

/** A whole number from 0 on. */
export function checkedCount(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw archiveDamaged('a number in it is none')
  return value
}

/** The 32 bytes of a hash. */
export function checkedHash(value: unknown): Sha256 {
  if (!(value instanceof Uint8Array) || value.length !== 32) throw archiveDamaged('a checksum in it is none')
  return Buffer.from(value).toString('hex') as Sha256
}

/** A column's bytes. */
export function checkedBytes(value: unknown): Uint8Array {
  if (!(value instanceof Uint8Array)) throw archiveDamaged('bytes are missing')
  return value
}
