import type { Database } from 'better-sqlite3'
import type { RenditionId, VersionId } from '../../../shared/model/identity.ts'
import type { ElementChoice } from '../../archive/ports/entities.ts'
import { readJsonObject } from '../json-column.ts'
import type { ArticleRows } from './article-rows.ts'
import type { EntityStore } from './entity-store.ts'

interface ChoiceRow {
  readonly version: VersionId
  readonly parameters: string
  readonly rendition: RenditionId | null
}

/**
 * The element chosen in a version's page, kept among what its reader needs to make the same again, and the rendition
 * that is current with it. A rendition that is there no more leaves the current one, for the next rebuild to renew.
 */
export function createElementChoiceStore(database: Database, rows: ArticleRows): EntityStore<ElementChoice> {
  const select = database.prepare<[string, number], ChoiceRow>(
    `SELECT v.id AS version, v.parameters, v.current_rendition AS rendition
     FROM version v JOIN article a ON a.id = v.article WHERE a.uid = ? AND v.number = ?`,
  )
  const update = database.prepare<[{ version: VersionId; element: string | null; rendition: RenditionId }]>(
    `UPDATE version SET
       parameters = CASE WHEN @element IS NULL THEN json_remove(parameters, '$.element')
         ELSE json_set(parameters, '$.element', json(@element)) END,
       current_rendition = coalesce(
         (SELECT id FROM rendition WHERE id = @rendition AND version = version.id), current_rendition)
     WHERE id = @version`,
  )
  const find = (subject: string): ChoiceRow | undefined => {
    const [article = '', version] = subject.split('/')
    return select.get(article, Number(version))
  }
  return {
    read: (subject) => {
      const row = find(subject)
      if (row?.rendition === null || row === undefined) return null
      const element = readJsonObject(row.parameters)['element'] ?? null
      return { element: element as ElementChoice['element'], rendition: row.rendition }
    },
    put: (subject, { element, rendition }) => {
      const row = find(subject)
      if (row === undefined) throw new Error(`there is no version ${subject}`)
      update.run({ version: row.version, element: element === null ? null : JSON.stringify(element), rendition })
      rows.touch(rows.idOf(subject.slice(0, subject.indexOf('/'))))
    },
    remove: (subject) => {
      throw new Error(`version ${subject} is shown by some rendition`)
    },
    uid: () => null,
  }
}
