import type { Database } from 'better-sqlite3'

/** "OFPT": marks the file as an archive of ours in SQLite's header (and for `file(1)`). */
export const APPLICATION_ID = 0x4f465054

/** How the archive keeps its journal: WAL on a local disk, DELETE where other programs or machines copy the file. */
export type JournalMode = 'wal' | 'delete'

/**
 * Settings of the file itself, which SQLite takes only before the first page is written (also before WAL).
 * 8 KiB pages hold a typical compressed rendition without overflow pages; INCREMENTAL lets a purge give space back.
 */
export const CREATION_PRAGMAS = ['page_size = 8192', 'auto_vacuum = INCREMENTAL'] as const

/**
 * How long a connection waits for another process' lock, in milliseconds: an import commits a batch every 200 ms,
 * so that ten seconds mean something is stuck.
 */
export const BUSY_TIMEOUT = 10_000

/**
 * Settings of every connection, whatever it is for.
 * - `synchronous=FULL`: what was acknowledged survives a power cut, also in WAL mode.
 * - `trusted_schema`, `cell_size_check`, `mmap_size`: an archive may come from a stranger; these three are what
 *   https://sqlite.org/security.html asks for. No memory map also keeps resident memory within the budget, and a disk
 *   that vanishes an error instead of a SIGBUS.
 */
export const CONNECTION_PRAGMAS = [
  `busy_timeout = ${String(BUSY_TIMEOUT)}`,
  'synchronous = FULL',
  'foreign_keys = ON',
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'mmap_size = 0',
  'secure_delete = ON',
] as const

/**
 * The page caches in KiB (negative is SQLite's spelling of KiB). Three connections (core, lists, search) at most are open in one
 * process: 64 MB of the 300 MB that core and search may hold. What a reader does not find there the system still has in memory.
 */
const WRITER_CACHE = 'cache_size = -32000'
const READER_CACHE = 'cache_size = -16000'

/**
 * The WAL is copied into the file after this many pages (32 MB). An import rewrites the same index pages batch after
 * batch; SQLite's own 1000 pages would write each of them to the file four times as often.
 */
const AUTOCHECKPOINT = 'wal_autocheckpoint = 4000'

/**
 * Counts the page cache anew: SQLite reckons KiB as pages when it is told, and an archive that is only being made still has
 * pages of 4 KiB then. With those of 8 KiB that come, the cache would hold twice as much until it is opened again.
 */
export function recountWriterCache(database: Database): void {
  database.pragma(WRITER_CACHE)
}

/**
 * Where the pages lie to which a savepoint would go back. In a file, SQLite's own choice beyond 64 KiB, each article of an import
 * wrote the pages that it changed there first: half of all system time of the writer.
 */
const SAVEPOINTS = 'temp_store = MEMORY'

/** Applies the settings of a connection that writes; the journal mode is chosen by the archive's place. */
export function applyWriterSettings(database: Database): void {
  for (const pragma of [...CONNECTION_PRAGMAS, WRITER_CACHE, AUTOCHECKPOINT, SAVEPOINTS]) database.pragma(pragma)
}

/** Applies the settings of a connection that only reads, and sees to it that it cannot do more. */
export function applyReaderSettings(database: Database): void {
  for (const pragma of [...CONNECTION_PRAGMAS, READER_CACHE, 'query_only = ON']) database.pragma(pragma)
}
