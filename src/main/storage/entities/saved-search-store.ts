import type { Database } from 'better-sqlite3'
import type { SavedSearchSnapshot } from '../../archive/ports/entities.ts'
import type { Uid } from '../../../shared/model/identity.ts'
import type { EntityStore } from './entity-store.ts'

/** Queries kept under a name; names may repeat. */
export function createSavedSearchStore(database: Database): EntityStore<SavedSearchSnapshot> {
  const select = database.prepare<[string], SavedSearchSnapshot>(
    'SELECT name, query, position, created_at AS created, changed_at AS changed FROM saved_search WHERE uid = ?',
  )
  const upsert = database.prepare<[SavedSearchSnapshot & { readonly uid: string }]>(
    `INSERT INTO saved_search (uid, name, query, position, created_at, changed_at)
     VALUES (@uid, @name, @query, @position, @created, @changed)
     ON CONFLICT (uid) DO UPDATE SET name = excluded.name, query = excluded.query, position = excluded.position,
       created_at = excluded.created_at, changed_at = excluded.changed_at`,
  )
  const remove = database.prepare<[string]>('DELETE FROM saved_search WHERE uid = ?')
  return {
    read: (subject) => select.get(subject) ?? null,
    put: (subject, value) => {
      upsert.run({ ...value, uid: subject })
    },
    remove: (subject) => {
      remove.run(subject)
    },
    uid: (subject) => subject as Uid,
  }
}
