import type { Database } from 'better-sqlite3'
import type { Instant, Uid } from '../../shared/model/identity.ts'
import { APPLICATION_ID, CREATION_PRAGMAS } from './connection-settings.ts'
import { runMissing } from './migrations/migrate.ts'
import type { Migration } from './migrations/migrations.ts'

/** What a new archive begins with. */
export interface NewArchive {
  readonly migrations: readonly Migration[]
  readonly uid: Uid
  readonly now: Instant
}

/**
 * Makes an empty file an archive in one transaction: a crash leaves an empty file, never half of an archive, and of
 * two processes that create the same one the second finds it made.
 */
export function createTables(database: Database, { migrations, uid, now }: NewArchive): void {
  for (const pragma of CREATION_PRAGMAS) database.pragma(pragma)
  database
    .transaction(() => {
      if (!isEmpty(database)) return
      database.pragma(`application_id = ${String(APPLICATION_ID)}`)
      runMissing(database, migrations)
      database.prepare('INSERT INTO archive (id, uid, created_at) VALUES (1, ?, ?)').run(uid, now)
    })
    .immediate()
}

function isEmpty(database: Database): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined
}
