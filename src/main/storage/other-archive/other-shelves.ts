import type { Database } from 'better-sqlite3'
import { HIGHLIGHT_COLORS } from '../../../shared/model/annotation.ts'
import type { Uid } from '../../../shared/model/identity.ts'
import type { Named, Shelves } from '../../archive/ports/archived-article.ts'
import type { CollectionSnapshot, SavedSearchSnapshot, TagSnapshot } from '../../archive/ports/entities.ts'
import { archiveDamaged, checkedCount, checkedInstant, checkedName, checkedUid } from './checked.ts'

interface Row {
  readonly uid: unknown
  readonly parent: unknown
  readonly name: unknown
  readonly query: unknown
  readonly position: unknown
  readonly created: unknown
  readonly changed: unknown
}

const COLUMNS = 'uid, name, created_at AS created, changed_at AS changed'

/** What another archive orders its articles by. */
export function readShelves(database: Database, archive: Uid): Shelves {
  const all = (sql: string): Row[] => database.prepare<[], Row>(sql).all()
  const pens = database
    .prepare<[], { readonly pen: unknown; readonly name: unknown }>(
      `SELECT substr(name, 5) AS pen, value ->> '$' AS name FROM setting WHERE name LIKE 'pen.%'`,
    )
    .all()
  return {
    archive,
    tags: all(`SELECT ${COLUMNS} FROM tag ORDER BY id`).map(toTag),
    collections: inOrder(
      all(
        `SELECT c.uid, p.uid AS parent, c.name, c.position, c.created_at AS created, c.changed_at AS changed
         FROM collection c LEFT JOIN collection p ON p.id = c.parent ORDER BY c.position, c.id`,
      ).map(toCollection),
    ),
    savedSearches: all(`SELECT ${COLUMNS}, query, position FROM saved_search ORDER BY position, id`).map(toSearch),
    pens: pens.flatMap(({ pen, name }) => {
      const color = HIGHLIGHT_COLORS.find((known) => known === pen)
      return color === undefined ? [] : [{ color, name: checkedName(name) }]
    }),
  }
}

function toTag({ uid, ...row }: Row): Named<TagSnapshot> {
  return { uid: checkedUid(uid), value: { name: checkedName(row.name), ...timesOf(row) } }
}

function toCollection({ uid, parent, name, position, ...row }: Row): Named<CollectionSnapshot> {
  const value = {
    parent: parent === null ? null : checkedUid(parent),
    name: checkedName(name),
    position: checkedCount(position),
    ...timesOf(row),
  }
  return { uid: checkedUid(uid), value }
}

function toSearch({ uid, name, query, position, ...row }: Row): Named<SavedSearchSnapshot> {
  if (typeof query !== 'string') throw archiveDamaged('a saved search in it has no query')
  return {
    uid: checkedUid(uid),
    value: { name: checkedName(name), query, position: checkedCount(position), ...timesOf(row) },
  }
}

function timesOf({ created, changed }: Pick<Row, 'created' | 'changed'>) {
  return { created: checkedInstant(created), changed: checkedInstant(changed) }
}

/** Parents first; what hangs in a ring under no root is left out, as no window could show it. */
function inOrder(collections: readonly Named<CollectionSnapshot>[]): readonly Named<CollectionSnapshot>[] {
  const ordered: Named<CollectionSnapshot>[] = []
  let parents: ReadonlySet<Uid | null> = new Set([null])
  while (parents.size > 0) {
    const level = collections.filter(({ value }) => parents.has(value.parent))
    ordered.push(...level)
    parents = new Set(level.map(({ uid }) => uid))
  }
  return ordered
}
