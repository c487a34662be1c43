import type { Database } from 'better-sqlite3'
import type { TagCount } from '../../../shared/model/organisation.ts'

/** Reads all tags in the order of their folded names, unused ones too. */
export function createReadTags(database: Database): () => readonly TagCount[] {
  const select = database.prepare<[], TagCount>(
    `SELECT t.uid, t.name,
       (SELECT count(*) FROM article_tag m JOIN article a ON a.id = m.article
        WHERE m.tag = t.id AND a.trashed_at IS NULL) AS articles,
       (SELECT count(*) FROM annotation_tag m JOIN annotation n ON n.id = m.annotation
        JOIN article a ON a.id = n.article WHERE m.tag = t.id AND a.trashed_at IS NULL) AS annotations
     FROM tag t ORDER BY t.name_key`,
  )
  return () => select.all()
}
