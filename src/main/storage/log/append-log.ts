import type { Database } from 'better-sqlite3'
import type { Json } from '../../../shared/json.ts'
import { canonicalJson, hashOfJson } from '../canonical-json.ts'
import { hashOfLogRow, NO_PREVIOUS } from './log-row.ts'
import type { LogColumns, RecordTable } from './log-row.ts'

/** A row of another table that the log seals, and what of it (the table's own file says which columns). */
export interface SealedRecord {
  readonly at: string
  readonly action: string
  readonly subject: string
  readonly table: RecordTable
  readonly id: number
  readonly record: Json
}

/** An act without a row of its own. */
export interface SealedAct {
  readonly at: string
  readonly action: string
  readonly subject: string
  readonly details: Json
}

/** The end of the chained log, where rows are added; only inside a transaction. */
export interface LogAppender {
  readonly sealRecord: (record: SealedRecord) => void
  readonly sealAct: (act: SealedAct) => void
  /** Hash of the newest row, or undefined for an empty log. */
  readonly head: () => Uint8Array | undefined
}

/**
 * The log of one connection. The chain's head is read anew for every row rather than remembered: that costs about two
 * microseconds, and neither another process nor a savepoint that was rolled back can ever break the chain.
 */
export function createLogAppender(database: Database): LogAppender {
  const newest = database.prepare<[], { seq: number; hash: Uint8Array }>(
    'SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1',
  )
  const insert = database.prepare(
    `INSERT INTO log (seq, at, action, subject, record_table, record_id, details, record_sha256, previous, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const append = (row: Omit<LogColumns, 'seq' | 'previous'>): void => {
    const last = newest.get()
    const columns = { ...row, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? NO_PREVIOUS }
    insert.run(
      columns.seq,
      columns.at,
      columns.action,
      columns.subject,
      columns.record_table,
      columns.record_id,
      columns.details,
      columns.record_sha256,
      columns.previous,
      hashOfLogRow(columns),
    )
  }
  return {
    sealRecord: ({ at, action, subject, table, id, record }) => {
      append({
        at,
        action,
        subject,
        record_table: table,
        record_id: id,
        details: null,
        record_sha256: hashOfJson(record),
      })
    },
    sealAct: ({ at, action, subject, details }) => {
      const text = canonicalJson(details)
      append({
        at,
        action,
        subject,
        record_table: null,
        record_id: null,
        details: text,
        record_sha256: hashOfJson(details),
      })
    },
    head: () => newest.get()?.hash,
  }
}
