import type { Database } from 'better-sqlite3'
import type { ArticleId } from '../../../shared/model/identity.ts'
import { createCollectionPaths } from './collection-paths.ts'

/** What an article is filed under: names of tags and paths of collections, each in the order of their folded names. */
export interface Organisation {
  readonly tags: readonly string[]
  readonly collections: readonly string[]
}

/** Reads what many articles are filed under with three statements; articles filed under nothing are absent. */
export function createOrganisationOf(
  database: Database,
): (articles: readonly ArticleId[]) => ReadonlyMap<ArticleId, Organisation> {
  const among = 'IN (SELECT value FROM json_each(?))'
  const selectTags = database.prepare<[string], { readonly article: ArticleId; readonly name: string }>(
    `SELECT m.article, t.name FROM article_tag m JOIN tag t ON t.id = m.tag WHERE m.article ${among} ORDER BY t.name_key`,
  )
  const selectMembers = database.prepare<[string], { readonly article: ArticleId; readonly collection: number }>(
    `SELECT article, collection FROM article_collection WHERE article ${among}`,
  )
  const pathsOf = createCollectionPaths(database)
  return (articles) => {
    const wanted = JSON.stringify(articles)
    const tags = Map.groupBy(selectTags.all(wanted), ({ article }) => article)
    const members = selectMembers.all(wanted)
    const paths = pathsOf([...new Set(members.map(({ collection }) => collection))])
    const collections = Map.groupBy(members, ({ article }) => article)
    const filed = new Set([...tags.keys(), ...collections.keys()])
    return new Map(
      [...filed].map((article) => [
        article,
        {
          tags: (tags.get(article) ?? []).map(({ name }) => name),
          collections: (collections.get(article) ?? []).map(({ collection }) => paths.get(collection) ?? '').sort(),
        },
      ]),
    )
  }
}
