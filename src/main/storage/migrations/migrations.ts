import type { Database } from 'better-sqlite3'
import { FIRST_SCHEMA } from './001-first-schema.ts'
import { MARKS_IN_LIST_ORDERS } from './002-marks-in-list-orders.ts'
import { addNoteLinks } from './003-note-links.ts'

/** One step from the schema before it to schema `number`; runs inside a transaction with foreign keys off. */
export interface Migration {
  readonly number: number
  readonly up: (database: Database) => void
}

/** Every step, in order and without a gap. A step that was released is never edited: a change is a new step. */
export const MIGRATIONS: readonly Migration[] = [
  { number: 1, up: (database) => database.exec(FIRST_SCHEMA) },
  { number: 2, up: (database) => database.exec(MARKS_IN_LIST_ORDERS) },
  { number: 3, up: addNoteLinks },
]

/** The schema a list of steps leads to. */
export function newestSchema(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.number ?? 0
}
