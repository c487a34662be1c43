import type { Database } from 'better-sqlite3'
import type { ArticleUid } from '../../../shared/model/identity.ts'
import type { TrashRow } from '../../../shared/model/trash.ts'
import type { Trash } from '../../archive/ports/trash.ts'

/** Reads what lies in the Trash; the listing's index finds it, however large the archive is. */
export function createTrash(database: Database): Trash {
  const trashed = 'FROM article_listing l JOIN article a ON a.id = l.article WHERE l.trashed = 1'
  const count = database.prepare<[], number>(`SELECT count(*) FROM article_listing WHERE trashed = 1`).pluck()
  const page = database.prepare<[number, number], TrashRow>(
    `SELECT a.uid, l.title, l.label, l.url, a.trashed_at AS trashed ${trashed}
     ORDER BY a.trashed_at DESC, a.id DESC LIMIT ? OFFSET ?`,
  )
  const all = database.prepare<[], ArticleUid>(`SELECT a.uid ${trashed} ORDER BY a.trashed_at, a.id`).pluck()
  return {
    list: (limit, offset) => ({ total: count.get() ?? 0, rows: page.all(limit, offset) }),
    articles: () => all.all(),
  }
}
