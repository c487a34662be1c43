import type { Database } from 'better-sqlite3'
import type { Clock } from '../../archive/ports/clock.ts'
import type { ArticleMarks } from '../../archive/ports/entities.ts'
import type { Instant } from '../../../shared/model/identity.ts'
import type { ArticleRows } from './article-rows.ts'
import type { EntityStore } from './entity-store.ts'

interface MarksRow extends Omit<ArticleMarks, 'starred'> {
  readonly starred: 0 | 1
}

/** State, star and Trash of articles. Articles are not made or deleted here: their rows must exist, null is a bug. */
export function createArticleMarksStore(
  database: Database,
  rows: ArticleRows,
  clock: Clock,
): EntityStore<ArticleMarks> {
  const select = database.prepare<[string], MarksRow>(
    'SELECT state, starred, trashed_at AS trashed FROM article WHERE uid = ?',
  )
  const update = database.prepare<[string, number, Instant | null, Instant, number]>(
    'UPDATE article SET state = ?, starred = ?, trashed_at = ?, changed_at = ? WHERE id = ?',
  )
  return {
    read: (subject) => {
      const row = select.get(subject)
      return row === undefined ? null : { ...row, starred: row.starred === 1 }
    },
    put: (subject, { state, starred, trashed }) => {
      update.run(state, Number(starred), trashed, clock(), rows.idOf(subject))
    },
    remove: (subject) => {
      throw new Error(`article ${subject} cannot be deleted by writing null; see purge-article`)
    },
    uid: () => null,
  }
}
