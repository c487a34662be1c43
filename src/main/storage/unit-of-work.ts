import type { Database } from 'better-sqlite3'
import type { Savepoint, Transact, UnitOfWork } from '../archive/ports/unit-of-work.ts'

/** The two ways to write: a transaction, and a part of one that can be taken back alone. */
export interface Writing {
  readonly transact: Transact
  readonly savepoint: Savepoint
}

/**
 * Transactions of one connection. `BEGIN IMMEDIATE` takes the write lock at once, so that a unit never reads what
 * another process then changes under it (a deferred transaction would fail half-way with `SQLITE_BUSY_SNAPSHOT`).
 *
 * When SQLite itself ends the transaction (a full disk does), later savepoints of the unit throw the same error
 * instead of silently writing outside of it, and the unit as a whole fails with it.
 *
 * @param onCommit runs after each commit, outside the transaction.
 */
export function createWriting(database: Database, onCommit: () => void): Writing {
  const statements = prepareStatements(database)
  const state: { lost: { readonly error: unknown } | undefined } = { lost: undefined }

  const transact: Transact = (work) => {
    if (isInTransaction(database)) throw new Error('a unit of work was opened inside another')
    statements.begin.run()
    state.lost = undefined
    let value
    try {
      // The unit is a token: what it proves (a transaction is open) lives in the connection.
      value = work(Object.freeze({}) as UnitOfWork)
      assertSynchronous(value)
      assertStillOpen(database, state.lost)
      statements.commit.run()
    } catch (error) {
      if (database.inTransaction) statements.rollback.run()
      throw error
    }
    onCommit()
    return value
  }

  const savepoint: Savepoint = (_unit, work) => {
    assertStillOpen(database, state.lost)
    statements.savepoint.run()
    try {
      const value = work()
      assertSynchronous(value)
      statements.release.run()
      return value
    } catch (error) {
      if (database.inTransaction) {
        statements.rollbackTo.run()
        statements.release.run()
      } else {
        state.lost ??= { error }
      }
      throw error
    }
  }

  return { transact, savepoint }
}

/** One name for all savepoints is enough: SQLite takes the innermost of that name. */
function prepareStatements(database: Database) {
  return {
    begin: database.prepare('BEGIN IMMEDIATE'),
    commit: database.prepare('COMMIT'),
    rollback: database.prepare('ROLLBACK'),
    savepoint: database.prepare('SAVEPOINT part'),
    release: database.prepare('RELEASE part'),
    rollbackTo: database.prepare('ROLLBACK TO part'),
  }
}

function assertSynchronous(value: unknown): void {
  if (value instanceof Promise) throw new Error('a unit of work must not wait for anything')
}

/** Asked through a function: the compiler would otherwise believe that the answer lasts. */
function isInTransaction(database: Database): boolean {
  return database.inTransaction
}

function assertStillOpen(database: Database, lost: { readonly error: unknown } | undefined): void {
  if (database.inTransaction) return
  if (lost !== undefined) throw lost.error
  throw new Error('the transaction ended before its unit of work')
}
