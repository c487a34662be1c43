import type { Database } from 'better-sqlite3'
import type { ArticleId, Instant, Uid } from '../../shared/model/identity.ts'
import { toJson } from '../../shared/to-json.ts'
import type { EarlierItem, ImportLedger, ImportRun } from '../archive/ports/import-ledger.ts'
import { canonicalJson } from './canonical-json.ts'
import { readJsonObject } from './json-column.ts'
import { createLogAppender } from './log/append-log.ts'
import { sealedImportItem } from './log/sealed-import-item.ts'
import { sha256ToColumn } from './sha256-column.ts'

/** Memory of imports on one connection. */
export function createImportLedger(database: Database): ImportLedger {
  return { ...createRuns(database), ...createItems(database), recordItem: createRecordItem(database) }
}

function createRuns(database: Database): Pick<ImportLedger, 'startRun' | 'finishRun' | 'lastUnfinished'> {
  const start = database.prepare('INSERT INTO import_run (uid, started_at, request) VALUES (?, ?, ?)')
  const finish = database.prepare('UPDATE import_run SET ended_at = ?, outcome = ? WHERE uid = ?')
  const unfinished = database.prepare<[], { uid: string; started_at: string; request: string }>(
    'SELECT uid, started_at, request FROM import_run WHERE ended_at IS NULL ORDER BY id DESC LIMIT 1',
  )
  return {
    startRun: (_unit, run) => {
      start.run(run.uid, run.started, canonicalJson(run.request))
    },
    finishRun: (_unit, run, ended, outcome) => {
      finish.run(ended, canonicalJson(outcome), run)
    },
    lastUnfinished: (): ImportRun | undefined => {
      const row = unfinished.get()
      if (row === undefined) return undefined
      return { uid: row.uid as Uid, started: row.started_at as Instant, request: readJsonObject(row.request) }
    },
  }
}

function createItems(database: Database): Pick<ImportLedger, 'findItem' | 'articlesAdded'> {
  // An item whose article was deleted for good has lost its `article` (ON DELETE SET NULL): it is brought in again. The
  // conditions are those of the index: thousands of empty files are failures of one name, and are not looked through.
  const find = database.prepare<[Uint8Array, string], EarlierItem>(
    `SELECT outcome, article FROM import_item
     WHERE source_hash = ? AND item_key = ? AND outcome <> 'failed' AND article IS NOT NULL
     ORDER BY id DESC LIMIT 1`,
  )
  // A link that stood in the archive before this run is not this run's to take back.
  const added = database
    .prepare<[string], ArticleId>(
      `SELECT DISTINCT item.article FROM import_item AS item
       WHERE item.run = (SELECT id FROM import_run WHERE uid = ?)
         AND item.outcome IN ('added', 'linkOnly') AND item.article IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM import_item AS earlier
                         WHERE earlier.article = item.article AND earlier.run < item.run)
       ORDER BY item.article`,
    )
    .pluck()
  return {
    findItem: ({ sourceHash, key }) => find.get(sha256ToColumn(sourceHash), key),
    articlesAdded: (run) => added.all(run),
  }
}

function createRecordItem(database: Database): ImportLedger['recordItem'] {
  const log = createLogAppender(database)
  const articleUid = database.prepare<[number], string>('SELECT uid FROM article WHERE id = ?').pluck()
  const insert = database.prepare(
    `INSERT INTO import_item (run, source_hash, item_key, source, outcome, reason, article, notes, at)
     VALUES ((SELECT id FROM import_run WHERE uid = ?), ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return (_unit, run, item, at) => {
    const row = {
      run,
      source_hash: sha256ToColumn(item.sourceHash),
      item_key: item.key,
      source: item.source,
      outcome: item.outcome,
      reason: item.reason === null ? null : canonicalJson(toJson(item.reason)),
      notes: canonicalJson(toJson(item.notes)),
      at,
    }
    const { lastInsertRowid } = insert.run(
      run,
      row.source_hash,
      row.item_key,
      row.source,
      row.outcome,
      row.reason,
      item.article,
      row.notes,
      at,
    )
    log.sealRecord({
      at,
      action: `import.${item.outcome}`,
      subject: (item.article === null ? undefined : articleUid.get(item.article)) ?? run,
      table: 'import_item',
      id: Number(lastInsertRowid),
      record: sealedImportItem(row),
    })
  }
}
