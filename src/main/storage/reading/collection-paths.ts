import type { Database } from 'better-sqlite3'

interface CollectionRow {
  readonly id: number
  readonly parent: number | null
  readonly name: string
}

/** Between the steps of a path, as in `Work/War`. */
const SEPARATOR = '/'

/**
 * Paths of collections by row number. Reads the collections asked for and those above them in one statement, however
 * many they are; UNION ends the walk even where a damaged file holds a ring.
 */
export function createCollectionPaths(database: Database): (ids: readonly number[]) => ReadonlyMap<number, string> {
  const select = database.prepare<[string], CollectionRow>(
    `WITH RECURSIVE above (id) AS (
       SELECT value FROM json_each(?)
       UNION SELECT c.parent FROM collection c JOIN above ON c.id = above.id WHERE c.parent IS NOT NULL
     ) SELECT c.id, c.parent, c.name FROM collection c JOIN above ON c.id = above.id`,
  )
  return (ids) => {
    if (ids.length === 0) return new Map()
    const rows = new Map(select.all(JSON.stringify(ids)).map((row) => [row.id, row]))
    return new Map(ids.map((id) => [id, pathOf(id, rows)]))
  }
}

function pathOf(id: number, rows: ReadonlyMap<number, CollectionRow>): string {
  const steps: string[] = []
  const seen = new Set<number>()
  for (let row = rows.get(id); row !== undefined && !seen.has(row.id); row = rows.get(row.parent ?? -1)) {
    seen.add(row.id)
    steps.unshift(row.name)
  }
  return steps.join(SEPARATOR)
}
