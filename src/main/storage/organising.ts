import type { Database } from 'better-sqlite3'
import { foldName } from '../../shared/text/fold-name.ts'
import type { ArticleId, Uid } from '../../shared/model/identity.ts'
import type { Organising } from '../archive/ports/organising.ts'

/** Look-ups of tags, collections and row numbers. */
export function createOrganising(database: Database): Organising {
  const findTag = database.prepare<[string], { readonly uid: Uid }>('SELECT uid FROM tag WHERE name_key = ?')
  const findRow = database.prepare<[Uid], { readonly id: number }>('SELECT id FROM annotation WHERE uid = ?')
  const findArticle = database.prepare<[Uid], { readonly id: ArticleId }>('SELECT id FROM article WHERE uid = ?')
  return {
    findTag: (name) => findTag.get(foldName(name))?.uid,
    findCollection: createFindCollection(database),
    nextCollectionPosition: createNextPosition(database),
    isInUse: createIsInUse(database),
    annotationRow: (annotation) => findRow.get(annotation)?.id,
    articleIdOf: (article) => findArticle.get(article)?.id,
  }
}

// The root is written as 0, as in the index over siblings; a parent that is not there has no children.
const PARENT = 'CASE WHEN @parent IS NULL THEN 0 ELSE (SELECT id FROM collection WHERE uid = @parent) END'

function createFindCollection(database: Database): Organising['findCollection'] {
  const select = database.prepare<[{ parent: Uid | null; key: string }], { readonly uid: Uid }>(
    `SELECT uid FROM collection WHERE coalesce(parent, 0) = ${PARENT} AND name_key = @key`,
  )
  return (parent, name) => select.get({ parent, key: foldName(name) })?.uid
}

function createNextPosition(database: Database): Organising['nextCollectionPosition'] {
  const select = database.prepare<[{ parent: Uid | null }], { readonly position: number }>(
    `SELECT coalesce(max(position), -1) + 1 AS position FROM collection WHERE coalesce(parent, 0) = ${PARENT}`,
  )
  return (parent) => select.get({ parent })?.position ?? 0
}

function createIsInUse(database: Database): Organising['isInUse'] {
  const live = 'JOIN article a ON a.id = m.article AND a.trashed_at IS NULL'
  const select = database.prepare<[{ group: Uid }], { readonly used: 1 }>(
    `SELECT 1 AS used FROM article_collection m ${live} JOIN collection g ON g.id = m.collection WHERE g.uid = @group
     UNION ALL SELECT 1 FROM collection c JOIN collection g ON g.id = c.parent WHERE g.uid = @group
     UNION ALL SELECT 1 FROM article_tag m ${live} JOIN tag g ON g.id = m.tag WHERE g.uid = @group
     UNION ALL SELECT 1 FROM annotation_tag t JOIN annotation m ON m.id = t.annotation ${live}
       JOIN tag g ON g.id = t.tag WHERE g.uid = @group
     LIMIT 1`,
  )
  return (group) => select.get({ group }) !== undefined
}
