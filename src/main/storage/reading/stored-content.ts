import type { Database } from 'better-sqlite3'
import type { ArticleId, ArticleUid, ReaderHtml, RenditionId } from '../../../shared/model/identity.ts'
import type { Direction } from '../../../shared/model/rendition.ts'
import type { BesideHead, StoredContent } from '../../archive/ports/stored-content.ts'
import { BESIDE } from '../../../shared/text/beside-path.ts'
import { effectiveFacts, type EffectiveFacts, type OverrideRow } from '../listing/effective-facts.ts'
import { SELECT_OVERRIDES } from '../listing/refresh-listing.ts'
import { sha256FromColumn } from '../sha256-column.ts'
import { readZstdColumn } from '../zstd-column.ts'
import { createBlobParts } from './blob-parts.ts'

interface Facts extends EffectiveFacts {
  readonly article: ArticleId
  readonly direction: Direction | null
}

interface DocumentRow extends Facts {
  readonly rendition: RenditionId
  readonly html: Uint8Array
  readonly text: Uint8Array
}

interface OriginalRow extends Facts {
  readonly rendition: RenditionId | null
  readonly sha256: Uint8Array
  readonly blobMediaType: string
  readonly mediaType: string | null
  readonly size: number
}

const FACTS = `v.article, r.direction, r.title, r.standfirst, r.byline, r.publication, r.section, r.published, r.language`

/** Content on one connection, for frames and pictures of the window. */
export function createStoredContent(database: Database): StoredContent {
  const parts = createBlobParts(database)
  const selectOverrides = database.prepare<[ArticleId], OverrideRow>(SELECT_OVERRIDES)
  const factsOf = (row: Facts): EffectiveFacts => effectiveFacts(row, selectOverrides.all(row.article))
  return { document: createDocument(database, factsOf), original: createOriginal(database, factsOf), ...parts }
}

type FactsOf = (row: Facts) => EffectiveFacts

function createDocument(database: Database, factsOf: FactsOf): StoredContent['document'] {
  const select = database.prepare<[ArticleUid, number, number], DocumentRow>(
    `SELECT ${FACTS}, r.id AS rendition, r.html_zstd AS html, r.text_zstd AS text
     FROM article a JOIN version v ON v.article = a.id JOIN rendition r ON r.version = v.id
     WHERE a.uid = ? AND v.number = ? AND r.number = ?`,
  )
  return (uid, version, rendition) => {
    const row = select.get(uid, version, rendition)
    if (row === undefined) return undefined
    const { title, language } = factsOf(row)
    const text = readZstdColumn(row.rendition, 'text', row.text)
    const html = readZstdColumn(row.rendition, 'html', row.html, Buffer.from(text)) as ReaderHtml
    return { html, direction: row.direction ?? 'ltr', language, title }
  }
}

function createOriginal(database: Database, factsOf: FactsOf): StoredContent['original'] {
  const joined = `SELECT ${FACTS}, r.id AS rendition, b.sha256, b.size, b.media_type AS blobMediaType, v.media_type AS mediaType
    FROM article a JOIN version v ON v.article = a.id JOIN blob b ON b.id = v.source_blob
    LEFT JOIN rendition r ON r.id = v.current_rendition WHERE a.uid = ?`
  const current = database.prepare<[ArticleUid], OriginalRow>(`${joined} AND v.id = a.current_version`)
  const numbered = database.prepare<[ArticleUid, number], OriginalRow>(`${joined} AND v.number = ?`)
  const filesOf = createFilesOf(database)
  return (uid, version) => {
    const row = version === null ? current.get(uid) : numbered.get(uid, version)
    if (row === undefined) return undefined
    const { title, language } = factsOf(row)
    const mediaType = row.mediaType ?? row.blobMediaType
    const { size, rendition } = row
    const files = rendition === null ? [] : filesOf(rendition)
    const direction = row.direction ?? 'ltr'
    return { sha256: sha256FromColumn(row.sha256), mediaType, size, title, language, direction, files }
  }
}

/** What came beside the original that a rendition was made of. */
function createFilesOf(database: Database): (rendition: RenditionId) => readonly BesideHead[] {
  interface Row extends Pick<BesideHead, 'address' | 'mediaType' | 'size'> {
    readonly sha256: Uint8Array
  }
  const select = database.prepare<[number, RenditionId, string], Row>(
    `SELECT substr(r.url, ?) AS address, b.sha256, b.media_type AS mediaType, b.size
     FROM resource r JOIN blob b ON b.id = r.blob WHERE r.rendition = ? AND r.url GLOB ? ORDER BY r.url`,
  )
  return (rendition) =>
    select
      .all(BESIDE.length + 1, rendition, `${BESIDE}*`)
      .map(({ sha256, ...file }) => ({ ...file, sha256: sha256FromColumn(sha256) }))
}
