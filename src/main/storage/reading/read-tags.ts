import type { Database } from 'better-sqlite3'
import type { TagCount } from '../../../shared/model/organisation.ts'

interface TagRow extends TagCount {
  readonly id: number
}

interface Trashed {
  readonly tag: number
  readonly members: number
}

/**
 * Reads all tags in the order of their folded names, unused ones too. Members are counted in the tag's index, and those
 * in the Trash, which are few, are taken off: looking up the article of each member took ten times as long.
 */
export function createReadTags(database: Database): () => readonly TagCount[] {
  const select = database.prepare<[], TagRow>(
    `SELECT t.id, t.uid, t.name, (SELECT count(*) FROM article_tag m WHERE m.tag = t.id) AS articles,
       (SELECT count(*) FROM annotation_tag m WHERE m.tag = t.id) AS annotations
     FROM tag t ORDER BY t.name_key`,
  )
  const inTrash = (from: string) =>
    database.prepare<[], Trashed>(
      `SELECT m.tag, count(*) AS members FROM article_listing l ${from} WHERE l.trashed = 1 GROUP BY m.tag`,
    )
  const articles = inTrash('CROSS JOIN article_tag m ON m.article = l.article')
  const annotations = inTrash(
    'CROSS JOIN annotation n ON n.article = l.article CROSS JOIN annotation_tag m ON m.annotation = n.id',
  )
  return () => {
    const [lessArticles, lessAnnotations] = [membersByTag(articles.all()), membersByTag(annotations.all())]
    return select.all().map(({ id, uid, name, ...counts }) => ({
      uid,
      name,
      articles: counts.articles - (lessArticles.get(id) ?? 0),
      annotations: counts.annotations - (lessAnnotations.get(id) ?? 0),
    }))
  }
}

function membersByTag(rows: readonly Trashed[]): ReadonlyMap<number, number> {
  return new Map(rows.map(({ tag, members }) => [tag, members]))
}
