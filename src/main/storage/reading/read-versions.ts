import type { Database } from 'better-sqlite3'
import type { RenditionSummary, VersionSummary } from '../../../shared/model/article.ts'
import type { ArticleId, Instant } from '../../../shared/model/identity.ts'
import { PAGE_NUMBERS, readPageNumbers } from './page-numbers.ts'
import { sha256FromColumn } from '../sha256-column.ts'

interface VersionRow {
  readonly id: number
  readonly number: number
  readonly captured: Instant
  readonly source: Uint8Array | null
  readonly mediaType: string | null
  readonly current: 0 | 1
  readonly pages: string
}

interface RenditionRow extends Omit<RenditionSummary, 'current'> {
  readonly version: number
  readonly current: 0 | 1
}

/** Reads the summaries of an article's versions, oldest first, with two statements. */
export function createReadVersions(database: Database): (article: ArticleId) => readonly VersionSummary[] {
  const selectVersions = database.prepare<[ArticleId], VersionRow>(
    `SELECT v.id, v.number, v.captured_at AS captured, b.sha256 AS source, v.media_type AS mediaType,
       v.id IS a.current_version AS current, ${PAGE_NUMBERS} AS pages
     FROM version v JOIN article a ON a.id = v.article LEFT JOIN blob b ON b.id = v.source_blob
     WHERE v.article = ? ORDER BY v.number`,
  )
  const selectRenditions = database.prepare<[ArticleId], RenditionRow>(
    `SELECT r.version, r.number, r.extractor, r.extractor_version AS extractorVersion,
       r.id IS v.current_rendition AS current
     FROM version v JOIN rendition r ON r.version = v.id WHERE v.article = ? ORDER BY r.number`,
  )
  return (article) => {
    const renditions = Map.groupBy(selectRenditions.all(article), ({ version }) => version)
    return selectVersions.all(article).map(({ id, source, current, ...row }) => ({
      number: row.number,
      captured: row.captured,
      source: source === null ? null : sha256FromColumn(source),
      mediaType: row.mediaType,
      current: current === 1,
      pages: readPageNumbers(row.pages),
      renditions: (renditions.get(id) ?? []).map(toSummary),
    }))
  }
}

function toSummary({ number, extractor, extractorVersion, current }: RenditionRow): RenditionSummary {
  return { number, extractor, extractorVersion, current: current === 1 }
}
