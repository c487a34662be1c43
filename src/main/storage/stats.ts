import type { Database } from 'better-sqlite3'
import type { ArchiveStats } from '../../shared/model/safekeeping.ts'
import { archiveBytes } from './archive-bytes.ts'
import { readSchema } from './migrations/migrate.ts'

type Counts = Omit<ArchiveStats, 'uid' | 'created' | 'schema' | 'bytes'>

/** Counts and sizes of an open archive; walks the rows of renditions and blobs, but not their content. */
export function readStats(database: Database, file: string): ArchiveStats {
  return {
    ...readIdentity(database),
    schema: readSchema(database),
    ...readCounts(database),
    bytes: { file: archiveBytes(file), ...readSizes(database), index: indexBytes(database) },
  }
}

function readIdentity(database: Database): Pick<ArchiveStats, 'uid' | 'created'> {
  const row = database
    .prepare<[], { uid: string; created: string }>('SELECT uid, created_at AS created FROM archive')
    .get()
  if (row === undefined) throw new Error('an archive without its own row')
  return row
}

function readCounts(database: Database): Counts {
  const row = database
    .prepare<[], Counts>(
      `SELECT (SELECT count(*) FROM article) AS articles,
              (SELECT count(*) FROM article WHERE trashed_at IS NOT NULL) AS trashed,
              (SELECT count(*) FROM version) AS versions,
              (SELECT count(*) FROM rendition) AS renditions,
              (SELECT count(*) FROM annotation) AS annotations,
              (SELECT count(*) FROM tag) AS tags,
              (SELECT count(*) FROM collection) AS collections,
              (SELECT count(*) FROM blob) AS blobs`,
    )
    .get()
  if (row === undefined) throw new Error('SQLite answered no row of counts')
  return row
}

function readSizes(database: Database): { readonly originals: number; readonly text: number } {
  const row = database
    .prepare<[], { originals: number; text: number }>(
      `SELECT (SELECT coalesce(sum(length(bytes)), 0) FROM blob_chunk) AS originals,
              (SELECT coalesce(sum(text_length), 0) FROM rendition) AS text`,
    )
    .get()
  if (row === undefined) throw new Error('SQLite answered no row of sizes')
  return row
}

/** Pages of every table of the index; with a name `dbstat` visits that table's pages alone. */
function indexBytes(database: Database): number {
  const tables = database
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE rootpage > 0 AND tbl_name GLOB 'search_*'`)
    .pluck()
    .all()
  const pages = database
    .prepare<[string], number>('SELECT pgsize FROM dbstat WHERE name = ? AND aggregate = TRUE')
    .pluck()
  return tables.reduce((sum, name) => sum + (pages.get(name) ?? 0), 0)
}
