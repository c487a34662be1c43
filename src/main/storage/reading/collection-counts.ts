import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../../shared/model/identity.ts'

/** A collection and the one it lies in. */
export interface CollectionParent {
  readonly id: number
  readonly parent: number | null
}

interface Own {
  readonly collection: number
  readonly articles: number
}

interface Member {
  readonly article: ArticleId
  readonly collection: number
}

/** Articles of a collection, and of it and all below it, each counted once. */
export type CountMembers = (
  collections: readonly CollectionParent[],
) => ReadonlyMap<number, { readonly articles: number; readonly articlesBelow: number }>

/**
 * Counts members outside the Trash. Most articles lie in one collection: a branch has as many as its collections
 * together, less what those that lie in several are counted too often. So the index is walked once, and no set of
 * articles is made: that took ten times as long.
 */
export function createCollectionCounts(database: Database): CountMembers {
  const own = database.prepare<[], Own>(
    'SELECT collection, count(*) AS articles FROM article_collection GROUP BY collection',
  )
  const trashed = database.prepare<[], Own>(
    `SELECT m.collection, count(*) AS articles FROM article_listing l
     CROSS JOIN article_collection m ON m.article = l.article WHERE l.trashed = 1 GROUP BY m.collection`,
  )
  const several = database.prepare<[], Member>(
    `SELECT m.article, m.collection FROM
       (SELECT article FROM article_collection GROUP BY article HAVING count(*) > 1) AS twice
     CROSS JOIN article a ON a.id = twice.article CROSS JOIN article_collection m ON m.article = a.id
     WHERE a.trashed_at IS NULL`,
  )
  return (collections) => {
    const parents = new Map(collections.map(({ id, parent }) => [id, parent]))
    const articles = new Map(own.all().map((row) => [row.collection, row.articles]))
    for (const row of trashed.all()) articles.set(row.collection, (articles.get(row.collection) ?? 0) - row.articles)
    const below = new Map<number, number>()
    for (const [id, count] of articles) add(below, branchesOf(id, parents), count)
    for (const members of Map.groupBy(several.all(), ({ article }) => article).values()) {
      const seen = new Set<number>()
      for (const { collection } of members) {
        const branches = branchesOf(collection, parents)
        add(
          below,
          branches.filter((branch) => seen.has(branch)),
          -1,
        )
        for (const branch of branches) seen.add(branch)
      }
    }
    return new Map(
      collections.map(({ id }) => [id, { articles: articles.get(id) ?? 0, articlesBelow: below.get(id) ?? 0 }]),
    )
  }
}

function add(counts: Map<number, number>, keys: readonly number[], count: number): void {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + count)
}

/** A collection and those above it; a ring in a damaged file ends where it began. */
function branchesOf(id: number, parents: ReadonlyMap<number, number | null>): readonly number[] {
  const branches: number[] = []
  for (let one: number | null = id; one !== null && !branches.includes(one); one = parents.get(one) ?? null) {
    branches.push(one)
  }
  return branches
}
