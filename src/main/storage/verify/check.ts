import type { Database } from 'better-sqlite3'
import Sqlite from 'better-sqlite3'
import { Failure } from '../../../shared/app-error.ts'
import type { Damage } from '../../../shared/model/safekeeping.ts'

/** What a check works with. */
export interface CheckContext {
  readonly database: Database
  /** Parses reader HTML and answers its text (the import room's, handed in by core.ts). */
  readonly textOf: (html: string) => string
  readonly report: (damage: Damage) => void
  /** Call once for each item looked at. */
  readonly done: () => void
}

/** Looks at one kind of item and reports what is damaged; answers how many it looked at. Damage never makes it throw. */
export type Check = (context: CheckContext) => number

/** Runs one look at one item; what SQLite cannot read is reported as damage instead of ending the walk. */
export function guard(context: CheckContext, damage: Omit<Damage, 'reason'>, look: () => void): void {
  try {
    look()
  } catch (error) {
    context.report({ ...damage, reason: unreadable(error) })
  }
}

/**
 * What an error says about stored data: SQLite's own, a `Failure` of the rest of storage, or JSON that no longer is
 * any. Errors that are bugs of ours are thrown on.
 */
export function unreadable(error: unknown): string {
  const damaged =
    (error instanceof Sqlite.SqliteError && /^SQLITE_(CORRUPT|NOTADB|IOERR|ERROR)/.test(error.code)) ||
    (error instanceof Failure && error.appError.code === 'storage/damaged') ||
    error instanceof SyntaxError
  if (!damaged) throw error
  return `cannot be read: ${error.message}`
}
