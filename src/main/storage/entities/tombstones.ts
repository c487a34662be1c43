import type { Database } from 'better-sqlite3'
import type { Clock } from '../../archive/ports/clock.ts'
import type { EntityKind } from '../../archive/ports/entities.ts'
import type { Instant } from '../../../shared/model/identity.ts'

/** Memory of what was deleted, so that a merge of two copies does not bring it back. */
export interface Tombstones {
  readonly leave: (kind: EntityKind, uid: string) => void
  /** Takes the tombstone away: the thing is back. */
  readonly remove: (kind: EntityKind, uid: string) => void
  /**
   * Leaves a tombstone for every row of a table, before a cascade takes them. `from` is SQL after FROM, with a `uid`
   * and one `?` for the key; made of constants only.
   */
  readonly forRows: (kind: EntityKind, from: string) => (key: string | number) => void
}

/** Tombstones in this archive, dated by the clock. */
export function createTombstones(database: Database, clock: Clock): Tombstones {
  const insert = database.prepare<[EntityKind, string, Instant]>(
    'INSERT OR REPLACE INTO tombstone (kind, uid, deleted_at) VALUES (?, ?, ?)',
  )
  const remove = database.prepare<[EntityKind, string]>('DELETE FROM tombstone WHERE kind = ? AND uid = ?')
  return {
    leave: (kind, uid) => {
      insert.run(kind, uid, clock())
    },
    remove: (kind, uid) => {
      remove.run(kind, uid)
    },
    forRows: (kind, from) => {
      const select = database.prepare<[string | number], { readonly uid: string }>(`SELECT uid FROM ${from}`)
      return (key) => {
        for (const { uid } of select.all(key)) insert.run(kind, uid, clock())
      }
    },
  }
}
