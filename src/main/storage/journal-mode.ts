import type { Database } from 'better-sqlite3'
import { nativeErrorCode } from '../../shared/native-error-code.ts'
import type { JournalMode } from './connection-settings.ts'
import type { RiskyPlace } from './place/risky-place.ts'

/** Something a person should know about an archive that was opened; not an error. */
export interface OpenWarning {
  readonly file: string
  readonly place: RiskyPlace
  /** False when another program holds the archive open in WAL mode, so that the safer mode waits for the next time. */
  readonly singleFile: boolean
}

/**
 * Chooses the journal by the archive's place: WAL, or DELETE where the folder is synchronised or on a network. Answers
 * the mode that is in force: SQLite cannot change it while another process has the archive open.
 */
export function applyJournalMode(database: Database, place: RiskyPlace | undefined): JournalMode {
  const wanted: JournalMode = place === undefined ? 'wal' : 'delete'
  const present = readJournalMode(database)
  if (present === wanted) return present
  try {
    database.pragma(`journal_mode = ${wanted}`)
  } catch (error) {
    if (nativeErrorCode(error) !== 'SQLITE_BUSY') throw error
  }
  return readJournalMode(database)
}

function readJournalMode(database: Database): JournalMode {
  return database.pragma('journal_mode', { simple: true }) === 'wal' ? 'wal' : 'delete'
}
