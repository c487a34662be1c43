import type { Database } from 'better-sqlite3'
import { foldName } from '../../../shared/text/fold-name.ts'
import type { Instant, Uid } from '../../../shared/model/identity.ts'
import type { TagSnapshot } from '../../archive/ports/entities.ts'
import type { ArticleRows } from './article-rows.ts'
import type { EntityStore } from './entity-store.ts'
import { refuseTakenName } from './taken-name.ts'
import type { Tombstones } from './tombstones.ts'

/** Tags. Two names that fold to one are one: `Failure` `archive/bad-name`. */
export function createTagStore(
  database: Database,
  rows: ArticleRows,
  tombstones: Tombstones,
): EntityStore<TagSnapshot> {
  const select = database.prepare<[string], TagSnapshot>(
    'SELECT name, created_at AS created, changed_at AS changed FROM tag WHERE uid = ?',
  )
  const findByKey = database.prepare<[string], { readonly uid: Uid }>('SELECT uid FROM tag WHERE name_key = ?')
  const upsert = database.prepare<[string, string, string, Instant, Instant]>(
    `INSERT INTO tag (uid, name, name_key, created_at, changed_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (uid) DO UPDATE SET name = excluded.name, name_key = excluded.name_key,
       created_at = excluded.created_at, changed_at = excluded.changed_at`,
  )
  return {
    read: (subject) => select.get(subject) ?? null,
    put: (subject, { name, created, changed }) => {
      const key = foldName(name)
      refuseTakenName(name, subject, findByKey.get(key))
      upsert.run(subject, name, key, created, changed)
    },
    remove: createRemoveTag(database, rows, tombstones),
    uid: (subject) => subject as Uid,
  }
}

function createRemoveTag(database: Database, rows: ArticleRows, tombstones: Tombstones): (subject: string) => void {
  const leaveArticles = tombstones.forRows('article-tag', `article_tag WHERE tag = ${TAG}`)
  const leaveAnnotations = tombstones.forRows('annotation-tag', `annotation_tag WHERE tag = ${TAG}`)
  const touchTagged = rows.touchAll(`SELECT article FROM article_tag WHERE tag = ${TAG}`)
  const touchAnnotated = rows.touchAll(
    `SELECT n.article FROM annotation n JOIN annotation_tag t ON t.annotation = n.id WHERE t.tag = ${TAG}`,
  )
  const remove = database.prepare<[string]>('DELETE FROM tag WHERE uid = ?')
  return (subject) => {
    for (const act of [leaveArticles, leaveAnnotations, touchTagged, touchAnnotated]) act(subject)
    remove.run(subject)
  }
}

const TAG = '(SELECT id FROM tag WHERE uid = ?)'
