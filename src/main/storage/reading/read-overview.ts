import type { Database } from 'better-sqlite3'
import type { ArchiveOverview } from '../../../shared/model/overview.ts'
import { archiveBytes } from '../archive-bytes.ts'
import { createReadCollections } from './read-collections.ts'
import { createReadTags } from './read-tags.ts'

type Counts = Pick<ArchiveOverview, 'articles' | 'unread' | 'starred' | 'notes' | 'trash'>

/** Reads what the sidebar shows. */
export function createReadOverview(database: Database, file: string): () => ArchiveOverview {
  const counts = database.prepare<[], Counts>(
    `SELECT count(*) AS articles, coalesce(sum(state = 'unread'), 0) AS unread, coalesce(sum(starred), 0) AS starred,
       (SELECT count(*) FROM annotation n JOIN article a ON a.id = n.article WHERE a.trashed_at IS NULL) AS notes,
       (SELECT count(*) FROM article_listing WHERE trashed = 1) AS trash
     FROM article_listing WHERE trashed = 0`,
  )
  const collections = createReadCollections(database)
  const tags = createReadTags(database)
  return () => {
    const counted = counts.get()
    if (counted === undefined) throw new Error('SQLite answered no row of counts')
    return { ...counted, collections: collections(), tags: tags(), bytes: archiveBytes(file) }
  }
}
