import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../../shared/model/identity.ts'
import { foldName } from '../../../shared/text/fold-name.ts'

/** Articles that lie in the collection at a path, or anywhere below it; none when there is no such collection. */
export function createCollectionBelow(database: Database): (path: readonly string[]) => readonly ArticleId[] {
  const child = database
    .prepare<[number, string], number>('SELECT id FROM collection WHERE coalesce(parent, 0) = ? AND name_key = ?')
    .pluck()
  const members = database
    .prepare<[number], ArticleId>(
      `WITH RECURSIVE below (id) AS (
         VALUES (?) UNION SELECT c.id FROM collection c JOIN below ON c.parent = below.id
       ) SELECT DISTINCT article FROM article_collection WHERE collection IN below`,
    )
    .pluck()
  return (path) => {
    let id: number | undefined = 0
    for (const step of path) id = id === undefined ? undefined : child.get(id, foldName(step))
    return id === undefined || id === 0 ? [] : members.all(id)
  }
}
