import type { Database, Statement } from 'better-sqlite3'
import { createHashSet } from './hash-set.ts'

/**
 * Word forms known to stand in `search_word` already, so that a word seen before costs a look-up and no SQL. One that
 * is forgotten and put in again costs two bytes until segments are merged.
 */
export interface KnownWords {
  /** Must be called before each batch of `isNew`: forgets everything when rows may have gone since. */
  readonly sync: () => void
  /** True when the form of this hash must be inserted; remembers it. */
  readonly isNew: (high: number, low: number) => boolean
  /** Forgets everything. */
  readonly forget: () => void
}

/** Bounds memory at 64 MB; when full, the set starts anew. */
const MOST_KNOWN = 2_000_000

/**
 * Remembers inserted words, and never believes in one that a rollback took back: a counter in a TEMP table takes part
 * in every transaction and savepoint of this connection, so when it is behind our own count, something was rolled
 * back; and `data_version` moves when another connection wrote (it may have deleted words). Either empties the set.
 */
export function createKnownWords(database: Database): KnownWords {
  const known = createHashSet()
  let epoch = 0
  let version: unknown = null
  const counter = lazyCounter(database)
  const dataVersion = database.prepare('PRAGMA data_version').pluck()
  return {
    forget: known.clear,
    sync: () => {
      const present = dataVersion.get()
      const stored = counter.read()
      if (stored !== epoch || present !== version || known.size() > MOST_KNOWN) known.clear()
      version = present
      epoch = stored + 1
      counter.write(epoch)
    },
    isNew: known.add,
  }
}

interface Counter {
  readonly read: () => number
  readonly write: (value: number) => void
}

/** The table is made at first use; should its making be rolled back, it is made again and the count starts at 0. */
function lazyCounter(database: Database): Counter {
  let read: Statement<[], number> | undefined
  let write: Statement<[number]> | undefined
  const create = (): void => {
    database.exec(`CREATE TEMP TABLE IF NOT EXISTS search_epoch (id INTEGER PRIMARY KEY, value INTEGER NOT NULL);
      INSERT OR IGNORE INTO temp.search_epoch VALUES (1, 0)`)
  }
  let exists: Statement<[], number> | undefined
  return {
    read: () => {
      exists ??= database.prepare<[], number>(`SELECT 1 FROM temp.sqlite_master WHERE name = 'search_epoch'`)
      if (read === undefined || exists.get() === undefined) {
        create()
        read = database.prepare<[], number>('SELECT value FROM temp.search_epoch').pluck()
        write = database.prepare<[number]>('UPDATE temp.search_epoch SET value = ? WHERE id = 1')
      }
      return read.get() ?? 0
    },
    write: (value) => {
      write?.run(value)
    },
  }
}
