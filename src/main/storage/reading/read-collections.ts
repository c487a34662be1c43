import type { Database } from 'better-sqlite3'
import type { Uid } from '../../../shared/model/identity.ts'
import type { CollectionNode } from '../../../shared/model/organisation.ts'

interface CollectionRow {
  readonly id: number
  readonly uid: Uid
  readonly parent: number | null
  readonly name: string
  readonly articles: number
  readonly articlesBelow: number
}

/**
 * Reads the collections as a tree, siblings by position and then by name. A collection in a ring (a damaged file) is
 * under no root and is left out.
 */
export function createReadCollections(database: Database): () => readonly CollectionNode[] {
  const select = database.prepare<[], CollectionRow>(
    `WITH RECURSIVE reach (top, id) AS (
       SELECT id, id FROM collection UNION SELECT reach.top, c.id FROM collection c JOIN reach ON c.parent = reach.id
     ), kept AS MATERIALIZED (
       SELECT m.collection, m.article FROM article_collection m JOIN article a ON a.id = m.article
       WHERE a.trashed_at IS NULL
     ), below AS (
       SELECT reach.top, count(DISTINCT kept.article) AS articles FROM reach JOIN kept ON kept.collection = reach.id
       GROUP BY reach.top
     ), own AS (SELECT collection, count(*) AS articles FROM kept GROUP BY collection)
     SELECT c.id, c.uid, c.parent, c.name, coalesce(own.articles, 0) AS articles,
       coalesce(below.articles, 0) AS articlesBelow
     FROM collection c LEFT JOIN own ON own.collection = c.id LEFT JOIN below ON below.top = c.id
     ORDER BY c.position, c.name_key`,
  )
  return () =>
    childrenOf(
      null,
      Map.groupBy(select.all(), ({ parent }) => parent),
    )
}

function childrenOf(
  parent: number | null,
  byParent: ReadonlyMap<number | null, readonly CollectionRow[]>,
): readonly CollectionNode[] {
  return (byParent.get(parent) ?? []).map(({ id, uid, name, articles, articlesBelow }) => ({
    uid,
    name,
    articles,
    articlesBelow,
    children: childrenOf(id, byParent),
  }))
}
