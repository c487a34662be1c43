import type { Database } from 'better-sqlite3'
import { prepared } from './prepared.ts'

/** Articles in the Trash keep their entries, so that bringing many back analyses no text again. */
const IN_TRASH = 'SELECT article FROM article_listing WHERE trashed = 1'

/** What a hit's article must be besides found, as a piece of SQL on its row number; nothing while the Trash is empty. */
export type OutOfTrash = (article: string) => string

/** Looks once whether there is anything in the Trash. */
export function outOfTrash(database: Database): OutOfTrash {
  const isEmpty = prepared(database, `${IN_TRASH} LIMIT 1`).get() === undefined
  return (article) => (isEmpty ? '' : ` AND ${article} NOT IN (${IN_TRASH})`)
}
