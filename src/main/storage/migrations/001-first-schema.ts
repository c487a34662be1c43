import { CONTENT_TABLES } from './001/content-tables.ts'
import { DERIVED_TABLES } from './001/derived-tables.ts'
import { HISTORY_TABLES } from './001/history-tables.ts'

/**
 * Schema 1: every table of the archive. Meaning of each: `docs/archive-format.md`.
 *
 * Times are ISO 8601 in UTC with milliseconds (`Instant`), hashes are 32 bytes, lists and free-form values are JSON.
 * Rows of what a person makes carry a `uid`, times of creation and change, and leave a `tombstone`.
 * SQLite lets a key refer to a table that comes later, so that the order of the parts does not matter.
 */
export const FIRST_SCHEMA = [CONTENT_TABLES, HISTORY_TABLES, DERIVED_TABLES].join('\n')
