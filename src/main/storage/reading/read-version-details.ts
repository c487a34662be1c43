import type { Database } from 'better-sqlite3'
import type { VersionDetails } from '../../../shared/model/article-details.ts'
import type { ArticleId, Instant } from '../../../shared/model/identity.ts'
import type { ItemNote } from '../../../shared/model/item-note.ts'
import { readJsonColumn } from '../json-column.ts'
import { fileNameOf } from '../listing/label-facts.ts'
import { PAGE_NUMBERS, readPageNumbers } from './page-numbers.ts'
import { sha256FromColumn } from '../sha256-column.ts'

interface VersionRow {
  readonly id: number
  readonly number: number
  readonly captured: Instant
  readonly current: 0 | 1
  readonly sha256: Uint8Array | null
  readonly mediaType: string | null
  readonly bytes: number | null
  readonly parameters: string
  readonly notes: string
  readonly pages: string
  /** Made here of other versions: no item brought it. */
  readonly joined: 0 | 1
}

interface RenditionRow {
  readonly version: number
  readonly number: number
  readonly extractor: string
  readonly extractorVersion: string
  readonly created: Instant
  readonly textSha256: Uint8Array
  readonly characters: number
  readonly current: 0 | 1
}

/** Reads an article's versions as evidence, newest first, with three statements; no text and no original is read. */
export function createReadVersionDetails(database: Database): (article: ArticleId) => readonly VersionDetails[] {
  const selectVersions = database.prepare<[ArticleId], VersionRow>(
    `SELECT v.id, v.number, v.captured_at AS captured, v.id IS a.current_version AS current, b.sha256,
       coalesce(v.media_type, b.media_type) AS mediaType, b.size AS bytes, v.parameters, v.notes,
       ${PAGE_NUMBERS} AS pages, json_type(v.parameters, '$.pages') IS 'array' AS joined
     FROM version v JOIN article a ON a.id = v.article LEFT JOIN blob b ON b.id = v.source_blob
     WHERE v.article = ? ORDER BY v.number DESC`,
  )
  const selectRenditions = database.prepare<[ArticleId], RenditionRow>(
    `SELECT r.version, r.number, r.extractor, r.extractor_version AS extractorVersion, r.created_at AS created,
       r.text_sha256 AS textSha256, r.text_length AS characters, r.id IS v.current_rendition AS current
     FROM version v JOIN rendition r ON r.version = v.id WHERE v.article = ? ORDER BY r.number DESC`,
  )
  // Each of these outcomes made one version, in the order of the versions' numbers.
  const selectItems = database
    .prepare<[ArticleId], string>(
      `SELECT source FROM import_item WHERE article = ? AND outcome IN ('added', 'newVersion', 'linkOnly') ORDER BY id`,
    )
    .pluck()
  return (article) => {
    const renditions = Map.groupBy(selectRenditions.all(article), ({ version }) => version)
    const items = selectItems.all(article)
    const versions = selectVersions.all(article)
    const brought = versions.filter(({ joined }) => joined === 0).map(({ id }) => id)
    const itemOf = ({ id, joined, parameters }: VersionRow): string | null =>
      joined === 1 ? null : (items[brought.length - 1 - brought.indexOf(id)] ?? fileNameOf(parameters))
    return versions.map((row) => ({
      number: row.number,
      captured: row.captured,
      current: row.current === 1,
      original: originalOf(row),
      item: itemOf(row),
      pages: readPageNumbers(row.pages),
      notes: readJsonColumn(row.notes) as readonly ItemNote[],
      renditions: (renditions.get(row.id) ?? []).map(toRendition),
    }))
  }
}

function originalOf({ sha256, mediaType, bytes }: VersionRow): VersionDetails['original'] {
  if (sha256 === null) return null
  return { sha256: sha256FromColumn(sha256), mediaType: mediaType ?? 'application/octet-stream', bytes: bytes ?? 0 }
}

function toRendition(row: RenditionRow): VersionDetails['renditions'][number] {
  const { number, extractor, extractorVersion, created, characters } = row
  return {
    number,
    extractor,
    extractorVersion,
    created,
    textSha256: sha256FromColumn(row.textSha256),
    characters,
    current: row.current === 1,
  }
}
