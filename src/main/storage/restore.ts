import { chmodSync, closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, statSync } from 'node:fs'
import { basename, dirname, extname, resolve } from 'node:path'
import { appError, Failure } from '../../shared/app-error.ts'
import type { Instant } from '../../shared/model/identity.ts'
import { nativeErrorCode } from '../../shared/native-error-code.ts'
import type { Result } from '../../shared/result.ts'
import type { VerifyReport } from '../../shared/model/safekeeping.ts'
import { attempt } from './attempt.ts'
import { assertWritable, connect, inspectFile } from './connection-file.ts'
import { dateForFileName } from './date-for-file-name.ts'
import { flushFolder } from './flush-folder.ts'
import { freePath } from './free-path.ts'
import { PRIVATE } from './make-private-file.ts'
import { openReader } from './open-reader.ts'
import { removeDatabaseFiles, SQLITE_FILE_ENDINGS } from './sqlite-files.ts'
import { verifyArchive } from './verify/verify-archive.ts'
import type { VerifyOptions } from './verify/verify-archive.ts'

/** Which backup goes where. */
export interface RestoreRequest extends VerifyOptions {
  readonly backup: string
  /** The archive's place; what is there now is kept aside. No connection of this process may have it open. */
  readonly archive: string
  readonly now: Instant
  /** Put a backup in place that `verify` finds damaged: it may be the best there is. Default: no. */
  readonly evenIfDamaged?: boolean
}

/** What `restoreArchive` did. */
export interface RestoreReport {
  readonly archive: string
  /** Where the archive of before lies now; null when there was none. */
  readonly keptAside: string | null
  readonly verified: VerifyReport
}

/**
 * Puts a backup in an archive's place: copies it beside, verifies the copy, renames the present archive to
 * `Name (before restore DATE).offprint` and the copy to its name. The backup is only read. What comes in
 * place has the rights of what was there, else its owner's alone. Fails with `storage/busy`
 * while another program has the archive open, with `storage/damaged` for a damaged backup, and as opening one does;
 * the present archive is in its place then.
 */
export function restoreArchive(request: RestoreRequest): Result<RestoreReport> {
  const archive = resolve(request.archive)
  const copy = `${archive}.${String(process.pid)}.restoring`
  return attempt(archive, () => {
    assertArchive(resolve(request.backup))
    assertWritable(archive, existsSync(archive))
    try {
      copyFlushed(resolve(request.backup), copy)
      chmodSync(copy, (statSync(archive, { throwIfNoEntry: false })?.mode ?? PRIVATE) & 0o777)
      const verified = verifyCopy(copy, request)
      const keptAside = existsSync(archive) ? moveAside(archive, request.now) : null
      putInPlace(copy, archive, keptAside)
      return { archive, keptAside, verified }
    } finally {
      removeDatabaseFiles(copy)
    }
  })
}

function assertArchive(backup: string): void {
  const found = inspectFile(backup)
  if (found.kind === 'missing') throw new Failure(appError('storage/not-found', { file: backup }))
  if (found.kind !== 'archive') throw new Failure(appError('storage/not-an-archive', { file: backup }))
}

/** With its WAL, should someone restore from an archive in use or a copy of both files. */
function copyFlushed(from: string, to: string): void {
  for (const ending of ['', '-wal']) {
    if (!existsSync(from + ending)) continue
    copyFileSync(from + ending, to + ending)
    const descriptor = openSync(to + ending, 'r+')
    fsyncSync(descriptor)
    closeSync(descriptor)
  }
}

function verifyCopy(copy: string, request: RestoreRequest): VerifyReport {
  foldWal(copy)
  const opened = openReader(copy)
  if (!opened.ok) throw new Failure({ ...opened.error, details: { ...opened.error.details, file: request.backup } })
  try {
    const verified = verifyArchive(opened.value.database, request)
    if (verified.damaged.length > 0 && request.evenIfDamaged !== true) {
      const [first] = verified.damaged
      const reason = `${first?.kind ?? ''} ${first?.uid ?? ''}: ${first?.reason ?? ''}`
      throw new Failure(appError('storage/damaged', { file: request.backup, damaged: verified.damaged.length, reason }))
    }
    return verified
  } finally {
    opened.value.close()
  }
}

/** Brings a copied WAL into the copy; a copy too damaged for that is left to `verify`. */
function foldWal(copy: string): void {
  const database = connect(copy, { create: false })
  try {
    database.pragma('journal_mode = DELETE')
  } catch {
    // `openReader` and `verify` say what is wrong, in words.
  } finally {
    database.close()
  }
}

/**
 * Renames the present archive. First its WAL is folded into it, which SQLite does only when nobody else has it open: a
 * program that writes on into a renamed file would lose what it writes. A file too damaged to open goes as it is.
 */
function moveAside(archive: string, now: Instant): string {
  if (statSync(archive).size > 0) foldPresent(archive)
  const extension = extname(archive)
  const name = `${basename(archive, extension)} (before restore ${dateForFileName(now)})`
  const aside = freePath(dirname(archive), name, extension)
  for (const ending of SQLITE_FILE_ENDINGS) {
    if (existsSync(archive + ending)) renameSync(archive + ending, aside + ending)
  }
  return aside
}

function foldPresent(archive: string): void {
  const database = connect(archive, { create: false })
  try {
    database.pragma('busy_timeout = 0')
    database.pragma('journal_mode = DELETE')
  } catch (error) {
    if (nativeErrorCode(error) === 'SQLITE_BUSY') throw error
    // Damaged: that is why it is being replaced.
  } finally {
    database.close()
  }
}

function putInPlace(copy: string, archive: string, keptAside: string | null): void {
  try {
    renameSync(copy, archive)
    flushFolder(dirname(archive))
  } catch (error) {
    if (keptAside !== null && !existsSync(archive)) renameSync(keptAside, archive)
    throw error
  }
}
