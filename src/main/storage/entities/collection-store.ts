import type { Database } from 'better-sqlite3'
import { foldName } from '../../../shared/text/fold-name.ts'
import type { Uid } from '../../../shared/model/identity.ts'
import type { CollectionSnapshot } from '../../archive/ports/entities.ts'
import type { ArticleRows } from './article-rows.ts'
import type { EntityStore } from './entity-store.ts'
import { refuseTakenName } from './taken-name.ts'
import type { Tombstones } from './tombstones.ts'

/**
 * Collections, each under a parent or at the root. Siblings' names that fold to one are one: `Failure`
 * `archive/bad-name`. A parent that is missing, or that lies below the collection itself, is a bug.
 */
export function createCollectionStore(
  database: Database,
  rows: ArticleRows,
  tombstones: Tombstones,
): EntityStore<CollectionSnapshot> {
  const select = database.prepare<[string], CollectionSnapshot>(
    `SELECT p.uid AS parent, c.name, c.position, c.created_at AS created, c.changed_at AS changed
     FROM collection c LEFT JOIN collection p ON p.id = c.parent WHERE c.uid = ?`,
  )
  return {
    read: (subject) => select.get(subject) ?? null,
    put: createPutCollection(database),
    remove: createRemoveCollection(database, rows, tombstones),
    uid: (subject) => subject as Uid,
  }
}

interface CollectionUpsert extends Omit<CollectionSnapshot, 'parent'> {
  readonly uid: string
  readonly parent: number | null
  readonly key: string
}

function createPutCollection(database: Database): (subject: string, value: CollectionSnapshot) => void {
  const findSibling = database.prepare<[number, string], { readonly uid: Uid }>(
    'SELECT uid FROM collection WHERE coalesce(parent, 0) = ? AND name_key = ?',
  )
  const upsert = database.prepare<[CollectionUpsert]>(
    `INSERT INTO collection (uid, parent, name, name_key, position, created_at, changed_at)
     VALUES (@uid, @parent, @name, @key, @position, @created, @changed)
     ON CONFLICT (uid) DO UPDATE SET parent = excluded.parent, name = excluded.name, name_key = excluded.name_key,
       position = excluded.position, created_at = excluded.created_at, changed_at = excluded.changed_at`,
  )
  const parentRow = createParentRow(database)
  return (subject, value) => {
    const parent = parentRow(subject, value.parent)
    const key = foldName(value.name)
    refuseTakenName(value.name, subject, findSibling.get(parent ?? 0, key))
    upsert.run({ ...value, uid: subject, parent, key })
  }
}

/** Row of the parent; UNION (not ALL) ends the walk upwards even in a file where someone made a ring. */
function createParentRow(database: Database): (subject: string, parent: Uid | null) => number | null {
  const find = database.prepare<[string], { readonly id: number }>('SELECT id FROM collection WHERE uid = ?')
  const isBelow = database.prepare<[number, string], { readonly found: 1 }>(
    `WITH RECURSIVE above (id) AS (
       VALUES (?) UNION SELECT c.parent FROM collection c JOIN above ON c.id = above.id WHERE c.parent IS NOT NULL
     ) SELECT 1 AS found FROM above JOIN collection c ON c.id = above.id WHERE c.uid = ?`,
  )
  return (subject, parent) => {
    if (parent === null) return null
    const row = find.get(parent)
    if (row === undefined) throw new Error(`collection ${subject} under a parent that is not there: ${parent}`)
    if (isBelow.get(row.id, subject) !== undefined) throw new Error(`collection ${subject} would contain itself`)
    return row.id
  }
}

function createRemoveCollection(
  database: Database,
  rows: ArticleRows,
  tombstones: Tombstones,
): (subject: string) => void {
  const leaveMembers = tombstones.forRows('article-collection', `article_collection WHERE collection IN ${BELOW}`)
  const leaveBelow = tombstones.forRows('collection', `collection WHERE id IN ${BELOW}`)
  const touchMembers = rows.touchAll(`SELECT article FROM article_collection WHERE collection IN ${BELOW}`)
  const remove = database.prepare<[string]>('DELETE FROM collection WHERE uid = ?')
  return (subject) => {
    for (const act of [leaveMembers, leaveBelow, touchMembers]) act(subject)
    remove.run(subject)
  }
}

/** The collection of a uid and all below it. */
const BELOW = `(WITH RECURSIVE below (id) AS (
  SELECT id FROM collection WHERE uid = ? UNION SELECT c.id FROM collection c JOIN below ON c.parent = below.id
) SELECT id FROM below)`
