import { resolve } from 'node:path'
import type { Database } from 'better-sqlite3'
import { appError, Failure } from '../../shared/app-error.ts'
import type { Result } from '../../shared/result.ts'
import type { Attempt } from '../archive/ports/attempt.ts'
import type { Clock, NewUid } from '../archive/ports/clock.ts'
import type { Savepoint, Transact } from '../archive/ports/unit-of-work.ts'
import { attempt } from './attempt.ts'
import { createIdleCheckpoint } from './checkpoint.ts'
import { assertNotNewer, assertOurs, assertWritable, connect, inspectFile, placeFailure } from './connection-file.ts'
import { applyWriterSettings, recountWriterCache } from './connection-settings.ts'
import type { JournalMode } from './connection-settings.ts'
import { createTables } from './create-tables.ts'
import { applyJournalMode } from './journal-mode.ts'
import type { OpenWarning } from './journal-mode.ts'
import { backUpBefore } from './migrations/back-up-before.ts'
import { migrate, readSchema } from './migrations/migrate.ts'
import { MIGRATIONS, newestSchema } from './migrations/migrations.ts'
import type { Migration } from './migrations/migrations.ts'
import { findRiskyPlace } from './place/find-risky-place.ts'
import { createWriting } from './unit-of-work.ts'

/** An archive open for reading and writing. One thread, one connection. */
export interface ArchiveConnection {
  /** Absolute path. */
  readonly file: string
  readonly database: Database
  readonly transact: Transact
  readonly savepoint: Savepoint
  /** Runs work on this archive and answers its expected failures as values. */
  readonly attempt: Attempt
  /** Calls back after each of its commits, outside the transaction; answers the function that ends it. */
  readonly onWritten: (listener: () => void) => () => void
  readonly schema: number
  readonly journalMode: JournalMode
  /** Empties the WAL where it can and closes; a second call does nothing. */
  readonly close: () => void
}

/** How to open an archive. */
export interface OpenOptions {
  readonly file: string
  /** Make a new archive when there is no file, or an empty one. Default: no. */
  readonly create?: boolean
  readonly clock: Clock
  readonly newUid: NewUid
  readonly warn?: (warning: OpenWarning) => void
  /** The steps to the newest schema; another list only in tests of the runner. */
  readonly migrations?: readonly Migration[]
}

/**
 * Opens an archive, bringing an older schema up to date after a backup beside it. Expected failures, none of which
 * changes the file: `storage/not-found`, `not-an-archive`, `newer-archive` (details `found`, `supported`),
 * `read-only-place`, `not-writable`, `damaged`, `busy`, `disk-full`; all with `file` in their details.
 */
export function openArchive(options: OpenOptions): Result<ArchiveConnection> {
  const file = resolve(options.file)
  return attempt(file, () => {
    const found = inspectFile(file)
    const create = mayCreate(file, found.kind, options.create ?? false)
    assertWritable(file, !create)
    return openConnection({ ...options, file, create })
  })
}

/** Makes a new archive; `storage/exists` when there is a file of that name that is not empty. */
export function createArchive(options: Omit<OpenOptions, 'create'>): Result<ArchiveConnection> {
  const file = resolve(options.file)
  const free = attempt(file, () => {
    const found = inspectFile(file)
    if (found.kind === 'archive' || found.kind === 'foreign') throw new Failure(appError('storage/exists', { file }))
  })
  return free.ok ? openArchive({ ...options, create: true }) : free
}

function mayCreate(file: string, found: ReturnType<typeof inspectFile>['kind'], create: boolean): boolean {
  if (found === 'foreign') throw new Failure(appError('storage/not-an-archive', { file }))
  if (found === 'archive') return false
  if (create) return true
  throw new Failure(appError(found === 'missing' ? 'storage/not-found' : 'storage/not-an-archive', { file }))
}

function openConnection(options: OpenOptions & { readonly create: boolean }): ArchiveConnection {
  const { file, create } = options
  let database: Database | undefined
  try {
    database = connect(file, { create })
    return prepareConnection(database, options)
  } catch (error) {
    database?.close()
    throw error instanceof Failure ? error : new Failure(placeFailure(file, !create, error))
  }
}

function prepareConnection(database: Database, options: OpenOptions & { readonly create: boolean }): ArchiveConnection {
  const { file, migrations = MIGRATIONS } = options
  applyWriterSettings(database)
  if (options.create) {
    createTables(database, { migrations, uid: options.newUid(), now: options.clock() })
    recountWriterCache(database)
  }
  assertOurs(file, database)
  assertNotNewer(file, readSchema(database), newestSchema(migrations))
  const journalMode = chooseJournal(database, options)
  bringUpToDate(database, options)

  const checkpoint = createIdleCheckpoint(database)
  const listeners = new Set([checkpoint.written])
  const writing = createWriting(database, () => {
    for (const listener of listeners) listener()
  })
  return {
    file,
    database,
    ...writing,
    onWritten: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    attempt: (work) => attempt(file, work),
    schema: readSchema(database),
    journalMode,
    close: () => {
      if (!database.open) return
      checkpoint.close()
      database.close()
    },
  }
}

function chooseJournal(database: Database, { file, warn }: OpenOptions): JournalMode {
  const place = findRiskyPlace(file)
  const mode = applyJournalMode(database, place)
  if (place !== undefined) warn?.({ file, place, singleFile: mode === 'delete' })
  return mode
}

function bringUpToDate(database: Database, { file, clock, migrations = MIGRATIONS }: OpenOptions): void {
  const schema = readSchema(database)
  if (schema >= newestSchema(migrations)) return
  backUpBefore(database, file, schema, clock())
  migrate(database, migrations)
}
