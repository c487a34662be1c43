import type { Database } from 'better-sqlite3'
import { foldName } from '../../shared/text/fold-name.ts'
import type { ArticleId, Uid } from '../../shared/model/identity.ts'
import type { MembershipKind } from '../archive/ports/entities.ts'
import type { Organising } from '../archive/ports/organising.ts'

/** Look-ups of tags, collections and row numbers. */
export function createOrganising(database: Database): Organising {
  const findTag = database.prepare<[string], { readonly uid: Uid }>('SELECT uid FROM tag WHERE name_key = ?')
  const findRow = database.prepare<[Uid], { readonly id: number }>('SELECT id FROM annotation WHERE uid = ?')
  const savedSearches = database.prepare<[], Uid>('SELECT uid FROM saved_search ORDER BY position, id').pluck()
  const findArticle = database.prepare<[Uid], { readonly id: ArticleId }>('SELECT id FROM article WHERE uid = ?')
  return {
    findTag: (name) => findTag.get(foldName(name))?.uid,
    findCollection: createFindCollection(database),
    ...createCollectionLookUps(database),
    savedSearches: () => savedSearches.all(),
    membersOf: createMembersOf(database),
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

function createCollectionLookUps(database: Database): Pick<Organising, 'childCollections'> {
  const children = database
    .prepare<[{ parent: Uid | null }], Uid>(
      `SELECT uid FROM collection WHERE coalesce(parent, 0) = ${PARENT} ORDER BY position, name_key`,
    )
    .pluck()
  return {
    childCollections: (parent) => children.all({ parent }),
  }
}

const MEMBERS: Readonly<Record<MembershipKind, readonly [table: string, member: string, group: string]>> = {
  'article-tag': ['article_tag', 'article', 'tag'],
  'annotation-tag': ['annotation_tag', 'annotation', 'tag'],
  'article-collection': ['article_collection', 'article', 'collection'],
}

function createMembersOf(database: Database): Organising['membersOf'] {
  const select = (kind: MembershipKind) => {
    const [table, member, group] = MEMBERS[kind]
    return database
      .prepare<[Uid], string>(
        `SELECT m.uid || '/' || g.uid FROM "${group}" g CROSS JOIN ${table} t ON t.${group} = g.id
         CROSS JOIN ${member} m ON m.id = t.${member} WHERE g.uid = ? ORDER BY t.${member}`,
      )
      .pluck()
  }
  const selects = {
    'article-tag': select('article-tag'),
    'annotation-tag': select('annotation-tag'),
    'article-collection': select('article-collection'),
  }
  return (kind, group) => selects[kind].all(group)
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
