import type { Database } from 'better-sqlite3'
import type { ArchivedMembership } from '../../archive/ports/archived-article.ts'
import type { MembershipKind } from '../../archive/ports/entities.ts'
import { checkedInstant, checkedUid } from './checked.ts'

const TABLES = {
  'article-tag': { table: 'article_tag', member: 'article', group: 'tag' },
  'article-collection': { table: 'article_collection', member: 'article', group: 'collection' },
  'annotation-tag': { table: 'annotation_tag', member: 'annotation', group: 'tag' },
} as const

/** What an article or an annotation of another archive, by its row there, is a member of. */
export function createMemberships(
  database: Database,
  kind: MembershipKind,
): (member: number) => readonly ArchivedMembership[] {
  const { table, member, group } = TABLES[kind]
  const select = database.prepare<
    [number],
    { readonly uid: unknown; readonly group: unknown; readonly created: unknown; readonly changed: unknown }
  >(
    `SELECT m.uid, g.uid AS "group", m.created_at AS created, m.changed_at AS changed
     FROM ${table} m JOIN "${group}" g ON g.id = m.${group} WHERE m.${member} = ? ORDER BY g.id`,
  )
  return (row) =>
    select.all(row).map(({ uid, group: of, created, changed }) => ({
      group: checkedUid(of),
      value: { uid: checkedUid(uid), created: checkedInstant(created), changed: checkedInstant(changed) },
    }))
}
