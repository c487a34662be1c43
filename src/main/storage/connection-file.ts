import { accessSync, constants, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { appError, Failure, type AppError } from '../../shared/app-error.ts'
import { APPLICATION_ID, BUSY_TIMEOUT } from './connection-settings.ts'
import { readArchiveHeader } from './archive-header.ts'
import type { ArchiveHeader } from './archive-header.ts'
import { makePrivateFile } from './make-private-file.ts'
import { translateError } from './translate-error.ts'

/** What is at a path: nothing, or a file with a header. Throws a `Failure` for a folder or an unreadable file. */
export function inspectFile(file: string): { readonly kind: 'missing' } | ArchiveHeader {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (stats === undefined) return { kind: 'missing' }
  if (!stats.isFile()) throw new Failure(appError('storage/not-an-archive', { file }))
  return readArchiveHeader(file)
}

/** Opens the file with SQLite; it exists and is ours, unless it is about to be created, readable to its owner alone. */
export function connect(file: string, options: { readonly create: boolean }): Database.Database {
  if (options.create) makePrivateFile(file)
  return new Database(file, { fileMustExist: !options.create, timeout: BUSY_TIMEOUT })
}

/** Throws when the folder or the file cannot be written, which SQLite would say later and less clearly. */
export function assertWritable(file: string, exists: boolean): void {
  const folder = dirname(file)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Failure(appError('storage/not-writable', { file, reason: `the folder ${folder} does not exist` }))
  }
  for (const path of exists ? [folder, file] : [folder]) {
    try {
      accessSync(path, constants.W_OK)
    } catch (error) {
      throw new Failure(placeFailure(file, exists, error))
    }
  }
}

/** What an error while opening means: of an archive that is there, that its place is read-only. */
export function placeFailure(file: string, exists: boolean, error: unknown): AppError {
  const failure = translateError(error, file)
  if (failure === undefined) throw error
  // Blank pages that nobody made an archive of; a file with our header that is broken behind it is SQLITE_CORRUPT.
  if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB') {
    return appError('storage/not-an-archive', { ...failure.details, file })
  }
  return exists && failure.code === 'storage/not-writable'
    ? appError('storage/read-only-place', { ...failure.details, file })
    : failure
}

/** Throws a `Failure` for an archive that a newer Offprint made. */
export function assertNotNewer(file: string, found: number, supported: number): void {
  if (found > supported) throw new Failure(appError('storage/newer-archive', { file, found, supported }))
}

/** Throws a `Failure` for another program's database, should one have come into being since the file was looked at. */
export function assertOurs(file: string, database: Database.Database): void {
  if (database.pragma('application_id', { simple: true }) === APPLICATION_ID) return
  throw new Failure(appError('storage/not-an-archive', { file }))
}
