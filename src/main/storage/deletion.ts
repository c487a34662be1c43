import type { Database } from 'better-sqlite3'
import type { Clock } from '../archive/ports/clock.ts'
import type { Deletion } from '../archive/ports/deletion.ts'
import { truncateWal } from './checkpoint.ts'
import { createHistoryEraser } from './erase-history.ts'
import { createPurgeArticle } from './purge-article.ts'

/** What deleting for ever needs of storage, on one connection. `secure_delete` overwrites with zeros what goes. */
export function createDeletion(database: Database, clock: Clock): Deletion {
  return {
    purgeArticle: createPurgeArticle(database, clock),
    startErasing: (articles) => createHistoryEraser(database, clock, articles),
    vacuum: (_unit, pages) => {
      database.pragma(`incremental_vacuum(${String(pages)})`)
      return Number(database.pragma('freelist_count', { simple: true })) > 0
    },
    // Without a WAL nothing stays behind: the rollback journal is deleted at every commit.
    emptyJournal: () => database.pragma('journal_mode', { simple: true }) !== 'wal' || truncateWal(database),
  }
}
