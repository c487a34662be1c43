import type { Database } from 'better-sqlite3'

/** Numbers about the whole archive, counted once for as long as nobody writes. */
export interface ArchiveFigures {
  /** Articles in the index. */
  readonly indexed: () => number
  /** Articles outside the Trash. */
  readonly listed: () => number
}

/**
 * Counting walks an index of all articles, which a list must not do at every scroll. `data_version` tells writes of
 * other connections, `total_changes` those of this one.
 */
export function createArchiveFigures(database: Database): ArchiveFigures {
  const changes = database.prepare<[], number>('SELECT total_changes()').pluck()
  const remembered = (sql: string): (() => number) => {
    const count = database.prepare<[], number>(sql).pluck()
    let key = ''
    let value = 0
    return () => {
      const present = `${String(database.pragma('data_version', { simple: true }))} ${String(changes.get())}`
      if (present !== key) value = count.get() ?? 0
      key = present
      return value
    }
  }
  return {
    indexed: remembered('SELECT count(*) FROM search_doc'),
    listed: remembered('SELECT count(*) FROM article_listing WHERE trashed = 0'),
  }
}
