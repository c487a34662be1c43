import BetterSqlite3, { type Database } from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { ArticleRecords } from '../../src/main/archive/ports/article-records.ts'
import type { Entities } from '../../src/main/archive/ports/entities.ts'
import type { Organising } from '../../src/main/archive/ports/organising.ts'
import type { Reading } from '../../src/main/archive/ports/reading.ts'
import type { UnitOfWork } from '../../src/main/archive/ports/unit-of-work.ts'
import { createArticleRecords } from '../../src/main/storage/article-records.ts'
import { createEntities } from '../../src/main/storage/entities/entities.ts'
import { runMissing } from '../../src/main/storage/migrations/migrate.ts'
import { MIGRATIONS } from '../../src/main/storage/migrations/migrations.ts'
import { createOrganising } from '../../src/main/storage/organising.ts'
import { createReading } from '../../src/main/storage/reading/reading.ts'
import type { Instant } from '../../src/shared/model/identity.ts'
import { aStoredArticle, aUid, TEST_NOW, type ArticleOptions, type StoredTestArticle } from './an-article.ts'

/** The tables of an archive and the parts of storage over them, with a clock that tests turn. */
export interface TestDatabase {
  readonly database: Database
  readonly records: ArticleRecords
  readonly entities: Entities
  readonly reading: Reading
  readonly organising: Organising
  readonly clock: { now: Instant }
  /** Runs work in a transaction; a throw rolls back. */
  readonly write: <Value>(work: (unit: UnitOfWork) => Value) => Value
  /** Stores an article in a transaction of its own. */
  readonly store: (options?: ArticleOptions) => StoredTestArticle
}

/** The tables of the newest schema in memory, or in a file; closed when the running test ends. */
export function aDatabase(file = ':memory:'): TestDatabase {
  const test = openDatabase(file)
  onTestFinished(() => {
    test.database.close()
  })
  return test
}

/** The same without a test around it. */
export function openDatabase(file: string): TestDatabase {
  const database = new BetterSqlite3(file)
  database.pragma('foreign_keys = ON')
  runMissing(database, MIGRATIONS)
  const clock = { now: TEST_NOW }
  const now = (): Instant => clock.now
  const records = createArticleRecords(database, { clock: now, newUid: aUid })
  const reading = createReading(database)
  const write = <Value>(work: (unit: UnitOfWork) => Value): Value =>
    database.transaction(() => work({} as UnitOfWork)).immediate()
  return {
    database,
    records,
    entities: createEntities(database, now),
    reading,
    organising: createOrganising(database),
    clock,
    write,
    store: (options) => write((unit) => aStoredArticle({ records, reading }, unit, options)),
  }
}
