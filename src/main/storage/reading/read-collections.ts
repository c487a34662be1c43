import type { Database } from 'better-sqlite3'
import type { Uid } from '../../../shared/model/identity.ts'
import type { CollectionNode } from '../../../shared/model/organisation.ts'
import { type CollectionParent, createCollectionCounts } from './collection-counts.ts'

interface CollectionRow extends CollectionParent {
  readonly uid: Uid
  readonly name: string
}

interface Counts {
  readonly articles: number
  readonly articlesBelow: number
}

/**
 * Reads the collections as a tree, siblings by position and then by name. A collection in a ring (a damaged file) is
 * under no root and is left out.
 */
export function createReadCollections(database: Database): () => readonly CollectionNode[] {
  const select = database.prepare<[], CollectionRow>(
    'SELECT id, uid, parent, name FROM collection ORDER BY position, name_key',
  )
  const countMembers = createCollectionCounts(database)
  return () => {
    const rows = select.all()
    const counts = countMembers(rows)
    return childrenOf(
      null,
      Map.groupBy(rows, ({ parent }) => parent),
      counts,
    )
  }
}

function childrenOf(
  parent: number | null,
  byParent: ReadonlyMap<number | null, readonly CollectionRow[]>,
  counts: ReadonlyMap<number, Counts>,
): readonly CollectionNode[] {
  return (byParent.get(parent) ?? []).map(({ id, uid, name }) => ({
    uid,
    name,
    ...(counts.get(id) ?? { articles: 0, articlesBelow: 0 }),
    children: childrenOf(id, byParent, counts),
  }))
}
