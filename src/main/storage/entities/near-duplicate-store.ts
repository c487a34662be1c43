import type { Database } from 'better-sqlite3'
import type { NearDuplicateStatus } from '../../archive/ports/entities.ts'
import type { ArticleRows } from './article-rows.ts'
import { splitSubject, type EntityStore } from './entity-store.ts'

/** What was decided about a pair that was proposed; the subject is `ARTICLE/ARTICLE`, in either order. */
export function createNearDuplicateStore(database: Database, rows: ArticleRows): EntityStore<NearDuplicateStatus> {
  const select = database.prepare<[number, number], NearDuplicateStatus>(
    'SELECT status FROM near_duplicate_pair WHERE article = ? AND other = ?',
  )
  const update = database.prepare<[string, number, number]>(
    'UPDATE near_duplicate_pair SET status = ? WHERE article = ? AND other = ?',
  )
  const pairOf = (subject: string): readonly [number, number] => {
    const [one, other] = splitSubject('near-duplicate', subject).map((uid) => rows.idOf(uid))
    return [Math.min(one ?? 0, other ?? 0), Math.max(one ?? 0, other ?? 0)]
  }
  return {
    read: (subject) => select.get(...pairOf(subject)) ?? null,
    put: (subject, { status }) => {
      update.run(status, ...pairOf(subject))
    },
    remove: (subject) => {
      throw new Error(`the pair ${subject} was found by comparing, and cannot be deleted`)
    },
    uid: () => null,
  }
}
