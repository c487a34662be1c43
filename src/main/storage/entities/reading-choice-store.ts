import type { Database } from 'better-sqlite3'
import type { RenditionId, VersionId } from '../../../shared/model/identity.ts'
import type { ReadingChoice } from '../../archive/ports/entities.ts'
import { readJsonObject } from '../json-column.ts'
import type { ArticleRows } from './article-rows.ts'
import type { EntityStore } from './entity-store.ts'

interface ChoiceRow {
  readonly version: VersionId
  readonly parameters: string
  readonly rendition: RenditionId | null
}

/**
 * The element chosen in a version's page and its encoding, kept among what its reader needs to make the same again, and the rendition
 * that is current with it. A rendition that is there no more leaves the current one, for the next rebuild to renew.
 */
export function createReadingChoiceStore(database: Database, rows: ArticleRows): EntityStore<ReadingChoice> {
  const select = database.prepare<[string, number], ChoiceRow>(
    `SELECT v.id AS version, v.parameters, v.current_rendition AS rendition
     FROM version v JOIN article a ON a.id = v.article WHERE a.uid = ? AND v.number = ?`,
  )
  const update = database.prepare<
    [{ version: VersionId; element: string | null; encoding: string | null; rendition: RenditionId }]
  >(
    `UPDATE version SET
       parameters = json_patch(parameters, json_object('element', json(@element), 'encoding', @encoding)),
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
      const { element = null, encoding = null } = readJsonObject(row.parameters)
      return { element, encoding, rendition: row.rendition } as ReadingChoice
    },
    put: (subject, { element, encoding, rendition }) => {
      const row = find(subject)
      if (row === undefined) throw new Error(`there is no version ${subject}`)
      update.run({ version: row.version, element: JSON.stringify(element), encoding, rendition })
      rows.touch(rows.idOf(subject.slice(0, subject.indexOf('/'))))
    },
    remove: (subject) => {
      throw new Error(`version ${subject} is shown by some rendition`)
    },
    uid: () => null,
  }
}
