import type { Database } from 'better-sqlite3'
import type { PenNameSnapshot } from '../../archive/ports/entities.ts'
import type { EntityStore } from './entity-store.ts'

/** Names of pens, as settings `pen.COLOUR` of the archive. */
export function createPenNameStore(database: Database): EntityStore<PenNameSnapshot> {
  const select = database.prepare<[string], { readonly name: string }>(
    `SELECT value ->> '$' AS name FROM setting WHERE name = 'pen.' || ?`,
  )
  const upsert = database.prepare<[string, string]>(
    `INSERT INTO setting (name, value) VALUES ('pen.' || ?, json_quote(?))
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  )
  const remove = database.prepare<[string]>(`DELETE FROM setting WHERE name = 'pen.' || ?`)
  return {
    read: (color) => select.get(color) ?? null,
    put: (color, { name }) => {
      upsert.run(color, name)
    },
    remove: (color) => {
      remove.run(color)
    },
    uid: () => null,
  }
}
