import type { Database } from 'better-sqlite3'
import { bodyText } from '../../../shared/text/body-text.ts'
import type { ArticleId, RenditionId } from '../../../shared/model/identity.ts'
import type { TextPart } from '../../../shared/model/rendition.ts'
import type { Reading } from '../../archive/ports/reading.ts'
import { effectiveFacts, type EffectiveFacts, type OverrideRow } from '../listing/effective-facts.ts'
import { SELECT_OVERRIDES } from '../listing/refresh-listing.ts'
import { readJsonColumn } from '../json-column.ts'
import { readZstdColumn } from '../zstd-column.ts'

interface InputRow extends EffectiveFacts {
  readonly rendition: RenditionId
  readonly text: Uint8Array
  readonly parts: string
}

/** Reads what of an article is searched. Throws `Failure` `storage/damaged` when its stored text is. */
export function createIndexInput(database: Database): Reading['indexInput'] {
  const select = database.prepare<[ArticleId], InputRow>(
    `SELECT r.id AS rendition, r.text_zstd AS text, r.parts, r.title, r.standfirst, r.byline, r.publication, r.section,
       r.published, r.language
     FROM article a JOIN version v ON v.id = a.current_version JOIN rendition r ON r.id = v.current_rendition
     WHERE a.id = ?`,
  )
  const selectOverrides = database.prepare<[ArticleId], OverrideRow>(SELECT_OVERRIDES)
  return (article) => {
    const row = select.get(article)
    if (row === undefined) return undefined
    const facts = effectiveFacts(row, selectOverrides.all(article))
    const text = readZstdColumn(row.rendition, 'text', row.text)
    const input = {
      language: facts.language,
      title: facts.title ?? '',
      standfirst: facts.standfirst ?? '',
      byline: facts.byline ?? '',
      body: bodyText(text, readJsonColumn(row.parts) as readonly TextPart[], ['header']),
    }
    return { rendition: row.rendition, input }
  }
}
