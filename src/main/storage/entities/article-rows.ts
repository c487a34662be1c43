import type { Database } from 'better-sqlite3'
import { appError, Failure } from '../../../shared/app-error.ts'
import type { ArticleId, Instant } from '../../../shared/model/identity.ts'
import type { Clock } from '../../archive/ports/clock.ts'

/** The article rows that entities hang on. */
export interface ArticleRows {
  /** Row number of an article. Throws `Failure` `archive/article-not-found`: an undo may name one deleted for ever. */
  readonly idOf: (uid: string) => ArticleId
  /** Moves `changed_at` of one article to now. */
  readonly touch: (article: ArticleId) => void
  /** The same for all articles of a query; `articles` is SQL that selects row numbers by one `?`, of constants only. */
  readonly touchAll: (articles: string) => (key: string | number) => void
}

/** Look-ups and change times of articles. */
export function createArticleRows(database: Database, clock: Clock): ArticleRows {
  const find = database.prepare<[string], { readonly id: ArticleId }>('SELECT id FROM article WHERE uid = ?')
  const touch = database.prepare<[Instant, ArticleId]>('UPDATE article SET changed_at = ? WHERE id = ?')
  return {
    idOf: (uid) => {
      const row = find.get(uid)
      if (row === undefined) throw new Failure(appError('archive/article-not-found', { uid }))
      return row.id
    },
    touch: (article) => {
      touch.run(clock(), article)
    },
    touchAll: (articles) => {
      const update = database.prepare<[Instant, string | number]>(
        `UPDATE article SET changed_at = ? WHERE id IN (${articles})`,
      )
      return (key) => {
        update.run(clock(), key)
      }
    },
  }
}
