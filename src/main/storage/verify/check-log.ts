import type { Database } from 'better-sqlite3'
import { canonicalJson, hashOfJson } from '../canonical-json.ts'
import { hashOfLogRow, hex, NO_PREVIOUS } from '../log/log-row.ts'
import type { LogRow, RecordTable } from '../log/log-row.ts'
import { PURGED_JSON } from '../log/purged-record.ts'
import { parseStored } from '../log/sealed-change.ts'
import type { Check, CheckContext } from './check.ts'
import { guard } from './check.ts'
import { createCheckRecord } from './check-record.ts'
import { reportUnloggedPurge } from './purged-records.ts'
import { walkIds } from './walk-ids.ts'

/**
 * Walks the chained log: sequence without a gap, each row's own hash, each link to the row before, and that every
 * record it seals is there and unaltered. Named `log SEQ`, `change ID` or `import_item ID`.
 */
export const checkLog: Check = (context) => {
  const find = context.database.prepare<[number], LogRow>('SELECT * FROM log WHERE seq = ?')
  const checkRecord = createCheckRecord(context)
  const sealed: Record<RecordTable, number> = { change: 0, import_item: 0 }
  let last: { readonly seq: number; readonly hash: Uint8Array } = { seq: 0, hash: NO_PREVIOUS }
  const rows = walkIds(context, 'log', (seq) => {
    const uid = `log ${String(seq)}`
    guard(context, { kind: 'log', uid }, () => {
      const row = find.get(seq)
      if (row === undefined) return
      for (const reason of findProblems(row, last)) context.report({ kind: 'log', uid, reason })
      last = row
      if (row.record_table !== null) sealed[row.record_table]++
      checkRecord(row)
    })
    context.done()
  })
  reportUnsealed(context, sealed)
  reportUnloggedUndo(context)
  reportUnloggedPurge(context)
  return rows
}

function findProblems(row: LogRow, last: { readonly seq: number; readonly hash: Uint8Array }): readonly string[] {
  const problems: string[] = []
  if (row.seq !== last.seq + 1) problems.push(`rows ${String(last.seq + 1)} to ${String(row.seq - 1)} are missing`)
  // A gap breaks the link as well; saying so once is enough.
  else if (!same(row.previous, last.hash)) problems.push('does not follow from the row before')
  if (!same(hashOfLogRow(row), row.hash)) problems.push('was altered: its hash is another')
  if (row.details !== null && !detailsMatch(row.details, row.record_sha256)) problems.push('its details were altered')
  return problems
}

function detailsMatch(details: string, sealed: Uint8Array): boolean {
  try {
    const value = parseStored(details)
    return canonicalJson(value) === details && same(hashOfJson(value), sealed)
  } catch {
    return false
  }
}

/** Rows that no log row seals came in behind the log's back. */
function reportUnsealed(context: CheckContext, sealed: Readonly<Record<RecordTable, number>>): void {
  for (const table of ['change', 'import_item'] as const) {
    guard(context, { kind: 'log', uid: table }, () => {
      const rows = countRows(context.database, table)
      if (rows > sealed[table]) {
        context.report({ kind: 'log', uid: table, reason: `${String(rows - sealed[table])} rows are not in the log` })
      }
    })
  }
}

function countRows(database: Database, table: RecordTable): number {
  return database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0
}

/** An undo is an act of the log; a gesture marked undone without one was marked by another hand. */
function reportUnloggedUndo(context: CheckContext): void {
  guard(context, { kind: 'change', uid: 'undone_at' }, () => {
    const gestures = context.database
      .prepare<[], string>(
        `SELECT DISTINCT gesture FROM change WHERE undone_at IS NOT NULL AND after <> '${PURGED_JSON}'
         EXCEPT SELECT subject FROM log WHERE action = 'undo'`,
      )
      .pluck()
      .all()
    for (const uid of gestures)
      context.report({ kind: 'change', uid, reason: 'is marked undone, but the log knows no undo' })
  })
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return hex(a) === hex(b)
}
