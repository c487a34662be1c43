import type { Database } from 'better-sqlite3'
import type { Migration } from './migrations.ts'
import { newestSchema } from './migrations.ts'

/** Schema number of an open archive. */
export function readSchema(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}

/**
 * Brings an archive to the newest schema: all missing steps in one transaction, so that a failing step leaves the
 * archive as it was. Another process that migrated meanwhile is noticed inside the lock. Foreign keys are off while
 * tables are rebuilt (SQLite allows it only outside a transaction) and checked before the commit.
 */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  if (readSchema(database) >= newestSchema(migrations)) return
  database.pragma('foreign_keys = OFF')
  try {
    database
      .transaction(() => {
        runMissing(database, migrations)
      })
      .immediate()
  } finally {
    database.pragma('foreign_keys = ON')
  }
}

/** The steps above the archive's schema, inside an open transaction. */
export function runMissing(database: Database, migrations: readonly Migration[]): void {
  for (const migration of migrations) {
    const schema = readSchema(database)
    if (migration.number <= schema) continue
    if (migration.number !== schema + 1) throw new Error(`no migration leads from schema ${String(schema)}`)
    migration.up(database)
    database.pragma(`user_version = ${String(migration.number)}`)
  }
  const broken = database.prepare('PRAGMA foreign_key_check').all()
  if (broken.length > 0) throw new Error(`a migration left ${String(broken.length)} rows without their parent`)
}
