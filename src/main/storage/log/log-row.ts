import { createHash } from 'node:crypto'

/** Tables whose rows the log seals. */
export type RecordTable = 'change' | 'import_item'

/** The columns of a log row that its own hash covers; `details` is the stored text, the hashes are 32 bytes. */
export interface LogColumns {
  readonly seq: number
  readonly at: string
  readonly action: string
  readonly subject: string
  readonly record_table: RecordTable | null
  readonly record_id: number | null
  readonly details: string | null
  readonly record_sha256: Uint8Array
  readonly previous: Uint8Array
}

/** A log row as stored. */
export interface LogRow extends LogColumns {
  readonly hash: Uint8Array
}

/** What the first row of a log calls its predecessor. */
export const NO_PREVIOUS: Uint8Array = new Uint8Array(32)

/**
 * A row's own hash: SHA-256 of the UTF-8 bytes of the canonical JSON (RFC 8785) of the array of its other columns, in
 * the order of the table:
 *
 *     [seq, at, action, subject, record_table, record_id, details, record_sha256, previous]
 *
 * Integers as JSON numbers, texts as JSON strings (`details` too: the stored text, not its value), the two hashes as 64
 * lower-case hexadecimal digits, absent values as `null`. For an array of these `JSON.stringify` writes exactly the canonical form.
 */
export function hashOfLogRow(row: LogColumns): Buffer {
  const columns = [
    row.seq,
    row.at,
    row.action,
    row.subject,
    row.record_table,
    row.record_id,
    row.details,
    hex(row.record_sha256),
    hex(row.previous),
  ]
  return createHash('sha256').update(JSON.stringify(columns), 'utf8').digest()
}

/** Lower-case hexadecimal digits. */
export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}
