import type { Database } from 'better-sqlite3'
import type { FieldOverride } from '../../archive/ports/entities.ts'
import { OVERRIDE_FIELDS, type OverrideField } from '../../../shared/model/override.ts'
import type { ArticleId, Instant, Uid } from '../../../shared/model/identity.ts'
import type { ArticleRows } from './article-rows.ts'
import { splitSubject, type EntityStore } from './entity-store.ts'

/** Facts corrected by hand; the subject is `ARTICLE/field`. */
export function createOverrideStore(database: Database, rows: ArticleRows): EntityStore<FieldOverride> {
  const select = database.prepare<[string, OverrideField], FieldOverride>(
    `SELECT o.uid, o.value, o.created_at AS created, o.changed_at AS changed
     FROM article_field_override o JOIN article a ON a.id = o.article WHERE a.uid = ? AND o.field = ?`,
  )
  const upsert = database.prepare<[Uid, ArticleId, OverrideField, string | null, Instant, Instant]>(
    `INSERT INTO article_field_override (uid, article, field, value, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (article, field) DO UPDATE SET uid = excluded.uid, value = excluded.value,
       created_at = excluded.created_at, changed_at = excluded.changed_at`,
  )
  const remove = database.prepare<[ArticleId, OverrideField]>(
    'DELETE FROM article_field_override WHERE article = ? AND field = ?',
  )
  return {
    read: (subject) => select.get(...splitOverride(subject)) ?? null,
    put: (subject, { uid, value, created, changed }) => {
      const [article, field] = splitOverride(subject)
      const id = rows.idOf(article)
      upsert.run(uid, id, field, value, created, changed)
      rows.touch(id)
    },
    remove: (subject) => {
      const [article, field] = splitOverride(subject)
      const id = rows.idOf(article)
      remove.run(id, field)
      rows.touch(id)
    },
    uid: (_subject, value) => value.uid,
  }
}

function splitOverride(subject: string): [article: string, field: OverrideField] {
  const [article, name] = splitSubject('override', subject)
  const field = OVERRIDE_FIELDS.find((known) => known === name)
  if (field === undefined) throw new Error(`not a fact that can be corrected: ${name}`)
  return [article, field]
}
