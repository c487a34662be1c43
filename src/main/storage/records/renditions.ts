import type { Database } from 'better-sqlite3'
import type { ArticleRecords } from '../../archive/ports/article-records.ts'
import type { RenditionId } from '../../../shared/model/identity.ts'
import { sha256FromColumn } from '../sha256-column.ts'
import { createBlobRow } from './blob-row.ts'

type Renditions = Pick<ArticleRecords, 'addResource' | 'resourcesOf' | 'deleteRendition' | 'isKept' | 'renditionOrigin'>

interface OriginRow {
  readonly extractor: string
  readonly extractorVersion: string
  readonly text: Uint8Array
}

/** What there is to know and do about stored renditions besides their text. */
export function createRenditions(database: Database): Renditions {
  const isKept = createIsKept(database)
  return {
    addResource: createAddResource(database),
    resourcesOf: createResourcesOf(database),
    deleteRendition: createDeleteRendition(database, isKept),
    isKept,
    renditionOrigin: createRenditionOrigin(database),
  }
}

/** The same URL again points at the newer blob. */
function createAddResource(database: Database): ArticleRecords['addResource'] {
  const blobRow = createBlobRow(database)
  const upsert = database.prepare<[RenditionId, string, number | null]>(
    `INSERT INTO resource (rendition, url, blob) VALUES (?, ?, ?)
     ON CONFLICT (rendition, url) DO UPDATE SET blob = excluded.blob`,
  )
  return (_unit, rendition, { url, blob }) => {
    upsert.run(rendition, url, blobRow(blob))
  }
}

function createResourcesOf(database: Database): ArticleRecords['resourcesOf'] {
  const select = database.prepare<[RenditionId], { readonly url: string; readonly sha256: Uint8Array }>(
    'SELECT r.url, b.sha256 FROM resource r JOIN blob b ON b.id = r.blob WHERE r.rendition = ? ORDER BY r.url',
  )
  return (rendition) => select.all(rendition).map(({ url, sha256 }) => ({ url, blob: sha256FromColumn(sha256) }))
}

function createIsKept(database: Database): ArticleRecords['isKept'] {
  const select = database.prepare<[{ rendition: RenditionId }], { readonly kept: number }>(
    `SELECT EXISTS (SELECT 1 FROM annotation WHERE rendition = @rendition)
       OR EXISTS (SELECT 1 FROM article WHERE position_rendition = @rendition)
       OR EXISTS (SELECT 1 FROM article WHERE furthest_rendition = @rendition) AS kept`,
  )
  return (rendition) => select.get({ rendition })?.kept === 1
}

function createDeleteRendition(
  database: Database,
  isKept: ArticleRecords['isKept'],
): ArticleRecords['deleteRendition'] {
  const deleteAnchors = database.prepare<[RenditionId]>('DELETE FROM anchor WHERE rendition = ?')
  const deleteRow = database.prepare<[RenditionId]>('DELETE FROM rendition WHERE id = ?')
  return (_unit, rendition) => {
    if (isKept(rendition)) throw new Error(`rendition ${String(rendition)} holds annotations and cannot be deleted`)
    deleteAnchors.run(rendition)
    deleteRow.run(rendition)
  }
}

function createRenditionOrigin(database: Database): ArticleRecords['renditionOrigin'] {
  const select = database.prepare<[RenditionId], OriginRow>(
    'SELECT extractor, extractor_version AS extractorVersion, text_sha256 AS text FROM rendition WHERE id = ?',
  )
  return (rendition) => {
    const row = select.get(rendition)
    return row === undefined ? undefined : { ...row, text: sha256FromColumn(row.text) }
  }
}
