import type { Database } from 'better-sqlite3'
import type { Json } from '../../../shared/json.ts'
import type { Damage } from '../../../shared/model/safekeeping.ts'
import { hashOfJson } from '../canonical-json.ts'
import { hex } from '../log/log-row.ts'
import type { LogRow, RecordTable } from '../log/log-row.ts'
import { parseStored, sealedChange } from '../log/sealed-change.ts'
import type { ChangeRow } from '../log/sealed-change.ts'
import { sealedImportItem } from '../log/sealed-import-item.ts'
import type { ImportItemRow } from '../log/sealed-import-item.ts'
import type { CheckContext } from './check.ts'
import { createPurgedRecords, type PurgedRecords } from './purged-records.ts'
import { guard } from './check.ts'

/** A sealed row as it is now, and the uid that its log row's subject should be (undefined: cannot be said). */
interface StoredRecord {
  readonly record: () => Json
  readonly subject: string | undefined
  /** Whether its content was erased with what it was about, as the log accounts for. */
  readonly isPurged: boolean
}

/** Compares the row of another table that a log row seals with the seal. */
export function createCheckRecord(context: CheckContext): (row: LogRow) => void {
  const { database } = context
  const purged = createPurgedRecords(database)
  const readers = { change: createReadChange(database, purged), import_item: createReadItem(database, purged) }
  return (row) => {
    if (row.record_table === null || row.record_id === null) return
    const damage = { kind: KINDS[row.record_table], uid: `${row.record_table} ${String(row.record_id)}` }
    const stored = readers[row.record_table]
    const id = row.record_id
    guard(context, damage, () => {
      const reason = findProblem(row, stored(id, row))
      if (reason !== undefined) context.report({ ...damage, reason: `${reason} (subject ${row.subject})` })
    })
  }
}

/** An import's outcome is a log-keeping record like the log itself; a change is something a person did. */
const KINDS: Readonly<Record<RecordTable, Damage['kind']>> = { change: 'change', import_item: 'log' }

function findProblem(row: LogRow, stored: StoredRecord | undefined): string | undefined {
  if (stored === undefined) return 'is missing, but the log knows it'
  if (stored.subject !== undefined && stored.subject !== row.subject) return 'belongs to another item than the log says'
  if (stored.isPurged) return undefined
  try {
    return hex(hashOfJson(stored.record())) === hex(row.record_sha256) ? undefined : 'was altered after it was logged'
  } catch (error) {
    if (error instanceof SyntaxError) return 'was altered after it was logged: it is not JSON any more'
    throw error
  }
}

function createReadChange(
  database: Database,
  purged: PurgedRecords,
): (id: number, row: LogRow) => StoredRecord | undefined {
  const find = database.prepare<[number], ChangeRow>('SELECT * FROM change WHERE id = ?')
  return (id, logged) => {
    const row = find.get(id)
    return row === undefined
      ? undefined
      : {
          record: () => sealedChange({ ...row, before: parseStored(row.before), after: parseStored(row.after) }),
          subject: row.subject,
          isPurged: purged.isPurgedChange(row, logged),
        }
  }
}

function createReadItem(
  database: Database,
  purged: PurgedRecords,
): (id: number, row: LogRow) => StoredRecord | undefined {
  const find = database.prepare<[number], ImportItemRow & { readonly article: string | null }>(
    `SELECT import_run.uid AS run, source_hash, item_key, source, import_item.outcome, reason, notes, at, article.uid AS article
     FROM import_item JOIN import_run ON import_run.id = import_item.run
                      LEFT JOIN article ON article.id = import_item.article
     WHERE import_item.id = ?`,
  )
  return (id, logged) => {
    const row = find.get(id)
    if (row === undefined) return undefined
    const isPurged = purged.isPurgedItem(row, logged)
    return { record: () => sealedImportItem(row), subject: row.article ?? undefined, isPurged }
  }
}
