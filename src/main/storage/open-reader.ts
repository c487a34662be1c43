import { resolve } from 'node:path'
import type { Database } from 'better-sqlite3'
import { appError, Failure } from '../../shared/app-error.ts'
import type { Result } from '../../shared/result.ts'
import { attempt } from './attempt.ts'
import { assertNotNewer, connect, inspectFile, placeFailure } from './connection-file.ts'
import { applyReaderSettings } from './connection-settings.ts'
import { readSchema } from './migrations/migrate.ts'
import { MIGRATIONS, newestSchema } from './migrations/migrations.ts'

/** An archive open for reading only. */
export interface ReaderConnection {
  /** Absolute path. */
  readonly file: string
  readonly database: Database
  readonly schema: number
  /** A second call does nothing. */
  readonly close: () => void
}

/**
 * Opens an archive for reading beside its writer (lists, search), or a backup for looking at it. It never changes the
 * journal mode or the schema. Failures as of `openArchive`; a backup (one file, no WAL) can be read in a read-only place.
 */
export function openReader(path: string): Result<ReaderConnection> {
  const file = resolve(path)
  return attempt(file, () => {
    const found = inspectFile(file)
    if (found.kind === 'missing') throw new Failure(appError('storage/not-found', { file }))
    if (found.kind !== 'archive') throw new Failure(appError('storage/not-an-archive', { file }))
    return openConnection(file)
  })
}

function openConnection(file: string): ReaderConnection {
  let database: Database | undefined
  try {
    database = connect(file, { create: false })
    applyReaderSettings(database)
    const schema = readSchema(database)
    assertNotNewer(file, schema, newestSchema(MIGRATIONS))
    const opened = database
    return { file, database, schema, close: () => opened.close() }
  } catch (error) {
    database?.close()
    throw error instanceof Failure ? error : new Failure(placeFailure(file, true, error))
  }
}
