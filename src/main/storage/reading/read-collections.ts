import type { Database } from 'better-sqlite3'
import type { Uid } from '../../../shared/model/identity.ts'
import type { CollectionNode } from '../../../shared/model/organisation.ts'
import { type CollectionParent, createCollectionCounts } from './collection-counts.ts'

interface CollectionRow extends CollectionParent {
  readonly uid: Uid
  readonly name: string
}

/** Nobody makes so many inside one another; a stranger's file may, and a tree of any depth would end what walks it. */
const DEEPEST = 200

interface Counts {
  readonly articles: number
  readonly articlesBelow: number
}

/**
 * Reads the collections as a tree, siblings by position and then by name. A collection in a ring (a damaged file) is
 * under no root and is left out, as is what lies too deep.
 */
export function createReadCollections(database: Database): () => readonly CollectionNode[] {
  const select = database.prepare<[], CollectionRow>(
    'SELECT id, uid, parent, name FROM collection ORDER BY position, name_key',
  )
  const countMembers = createCollectionCounts(database)
  return () => {
    const rows = select.all()
    const counts = countMembers(rows)
    const byParent = Map.groupBy(rows, ({ parent }) => parent)
    return childrenOf({ parent: null, level: 1 }, byParent, counts)
  }
}

function childrenOf(
  { parent, level }: { readonly parent: number | null; readonly level: number },
  byParent: ReadonlyMap<number | null, readonly CollectionRow[]>,
  counts: ReadonlyMap<number, Counts>,
): readonly CollectionNode[] {
  if (level > DEEPEST) return []
  return (byParent.get(parent) ?? []).map(({ id, uid, name }) => ({
    uid,
    name,
    ...(counts.get(id) ?? { articles: 0, articlesBelow: 0 }),
    children: childrenOf({ parent: id, level: level + 1 }, byParent, counts),
  }))
}
