import type { Database } from 'better-sqlite3'
import type { CurrentVersion } from '../../archive/ports/entities.ts'
import type { ArticleId } from '../../../shared/model/identity.ts'
import type { ArticleRows } from './article-rows.ts'
import type { EntityStore } from './entity-store.ts'

/** The version that is shown, by article. Every article has one: null is a bug. */
export function createCurrentVersionStore(database: Database, rows: ArticleRows): EntityStore<CurrentVersion> {
  const select = database.prepare<[string], CurrentVersion>(
    'SELECT v.number AS version FROM article a JOIN version v ON v.id = a.current_version WHERE a.uid = ?',
  )
  const update = database.prepare<[number, ArticleId]>(
    `UPDATE article SET current_version = (SELECT id FROM version WHERE article = article.id AND number = ?)
     WHERE id = ?`,
  )
  return {
    read: (subject) => select.get(subject) ?? null,
    put: (subject, { version }) => {
      const article = rows.idOf(subject)
      update.run(version, article)
      rows.touch(article)
    },
    remove: (subject) => {
      throw new Error(`article ${subject} must have a version`)
    },
    uid: () => null,
  }
}
