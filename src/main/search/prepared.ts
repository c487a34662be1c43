import type { Database, Statement } from 'better-sqlite3'

/** Statements kept of a connection; filters make new ones, so all are forgotten when there are more. */
const MOST_KEPT = 200

const byConnection = new WeakMap<Database, Map<string, Statement>>()

/**
 * A statement of a connection, prepared once: preparing took some 20 µs of each, more than many of them run. Whoever asks for
 * the same words must want rows in the same shape (`pluck`, `raw`), and must read them to the end before they ask again.
 */
export function prepared<Values extends unknown[], Row = unknown>(
  database: Database,
  sql: string,
): Statement<Values, Row> {
  const kept = byConnection.get(database) ?? new Map<string, Statement>()
  byConnection.set(database, kept)
  const known = kept.get(sql)
  if (known !== undefined) return known as Statement<Values, Row>
  if (kept.size >= MOST_KEPT) kept.clear()
  const statement = database.prepare<Values, Row>(sql)
  kept.set(sql, statement)
  return statement
}
