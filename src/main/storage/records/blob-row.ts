import type { Database } from 'better-sqlite3'
import type { Sha256 } from '../../../shared/model/identity.ts'
import { sha256ToColumn } from '../sha256-column.ts'

/** Row number of a blob, for the tables that point at one; null for null. Throws for a blob that was never put. */
export function createBlobRow(database: Database): (hash: Sha256 | null) => number | null {
  const find = database.prepare<[Buffer], { readonly id: number }>('SELECT id FROM blob WHERE sha256 = ?')
  return (hash) => {
    if (hash === null) return null
    const row = find.get(sha256ToColumn(hash))
    if (row === undefined) throw new Error(`blob ${hash} is used before it is put`)
    return row.id
  }
}
