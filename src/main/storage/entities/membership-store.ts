import type { Database } from 'better-sqlite3'
import type { MembershipKind, MembershipSnapshot } from '../../archive/ports/entities.ts'
import type { ArticleId, Instant, Uid } from '../../../shared/model/identity.ts'
import type { ArticleRows } from './article-rows.ts'
import { splitSubject, type EntityStore } from './entity-store.ts'

interface MembershipTable {
  readonly table: string
  readonly member: 'article' | 'annotation'
  readonly group: 'tag' | 'collection'
}

const TABLES: Readonly<Record<MembershipKind, MembershipTable>> = {
  'article-tag': { table: 'article_tag', member: 'article', group: 'tag' },
  'annotation-tag': { table: 'annotation_tag', member: 'annotation', group: 'tag' },
  'article-collection': { table: 'article_collection', member: 'article', group: 'collection' },
}

interface MemberRow {
  readonly member: number
  readonly article: ArticleId
}

/**
 * That an article or annotation bears a tag or lies in a collection; the subject is `MEMBER/GROUP`. Member and group
 * must exist: of an article that is gone `rows.idOf` says so, anything else is a bug.
 */
export function createMembershipStore(
  database: Database,
  rows: ArticleRows,
  kind: MembershipKind,
): EntityStore<MembershipSnapshot> {
  const { table, member, group } = TABLES[kind]
  // Two look-ups and one of the primary key; as a join of three tables the same took seven times as long.
  const select = database.prepare<[string, string], MembershipSnapshot>(
    `SELECT uid, created_at AS created, changed_at AS changed FROM ${table}
     WHERE ${member} = (SELECT id FROM ${member} WHERE uid = ?) AND ${group} = (SELECT id FROM "${group}" WHERE uid = ?)`,
  )
  const upsert = database.prepare<[Uid, number, number, Instant, Instant]>(
    `INSERT INTO ${table} (uid, ${member}, ${group}, created_at, changed_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (${member}, ${group}) DO UPDATE SET uid = excluded.uid, created_at = excluded.created_at,
       changed_at = excluded.changed_at`,
  )
  const remove = database.prepare<[number, number]>(`DELETE FROM ${table} WHERE ${member} = ? AND ${group} = ?`)
  const resolve = createResolve(database, rows, kind)
  return {
    read: (subject) => select.get(...splitSubject(kind, subject)) ?? null,
    put: (subject, { uid, created, changed }) => {
      const { memberRow, groupId } = resolve(subject)
      upsert.run(uid, memberRow.member, groupId, created, changed)
      rows.touch(memberRow.article)
    },
    remove: (subject) => {
      const { memberRow, groupId } = resolve(subject)
      remove.run(memberRow.member, groupId)
      rows.touch(memberRow.article)
    },
    uid: (_subject, value) => value.uid,
  }
}

function createResolve(database: Database, rows: ArticleRows, kind: MembershipKind) {
  const { member, group } = TABLES[kind]
  const findAnnotation = database.prepare<[string], MemberRow>(
    'SELECT id AS member, article FROM annotation WHERE uid = ?',
  )
  const findGroup = database.prepare<[string], { readonly id: number }>(`SELECT id FROM "${group}" WHERE uid = ?`)
  const findMember = (uid: string): MemberRow | undefined => {
    if (member === 'annotation') return findAnnotation.get(uid)
    const article = rows.idOf(uid)
    return { member: article, article }
  }
  return (subject: string): { readonly memberRow: MemberRow; readonly groupId: number } => {
    const [memberUid, groupUid] = splitSubject(kind, subject)
    const memberRow = findMember(memberUid)
    const groupRow = findGroup.get(groupUid)
    if (memberRow === undefined || groupRow === undefined) throw new Error(`${kind} of nothing: ${subject}`)
    return { memberRow, groupId: groupRow.id }
  }
}
