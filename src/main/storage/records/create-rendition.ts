import type { Database } from 'better-sqlite3'
import type { ArticleRecords, PreparedRendition } from '../../archive/ports/article-records.ts'
import type { Clock } from '../../archive/ports/clock.ts'
import type { Instant, RenditionId, VersionId } from '../../../shared/model/identity.ts'
import { sha256ToColumn } from '../sha256-column.ts'
import { createBlobRow } from './blob-row.ts'

type RenditionInsert = ReturnType<typeof toColumns> & {
  readonly created: Instant
  readonly leadImage: number | null
  /** 0 = the next. */
  readonly number: number
}

/** Adds a rendition to a version under the next number. Its lead image, if any, must be among the blobs already. */
export function createCreateRendition(database: Database, clock: Clock): ArticleRecords['createRendition'] {
  const blobRow = createBlobRow(database)
  const insert = database.prepare<[RenditionInsert]>(
    `INSERT INTO rendition (version, number, extractor, extractor_version, created_at, text_sha256, text_length, parts,
       words, title, standfirst, byline, publication, section, published, language, direction, contributors, captions,
       asides, lead_image, text_zstd, html_zstd)
     VALUES (@version, max(@number, (SELECT coalesce(max(number), 0) + 1 FROM rendition WHERE version = @version)),
       @extractor, @extractorVersion, @created, @textSha256, @textLength, @parts, @words, @title, @standfirst, @byline,
       @publication, @section, @published, @language, @direction, @contributors, @captions, @asides, @leadImage,
       @textZstd, @htmlZstd)`,
  )
  return (_unit, version, rendition, restored) => {
    const leadImage = blobRow(rendition.content.leadImage)
    const { number, created } = restored ?? { number: 0, created: clock() }
    const { lastInsertRowid } = insert.run({ ...toColumns(version, rendition), number, created, leadImage })
    return Number(lastInsertRowid) as RenditionId
  }
}

function toColumns(version: VersionId, { content, ...rendition }: PreparedRendition) {
  return {
    version,
    extractor: rendition.extractor,
    extractorVersion: rendition.extractorVersion,
    textSha256: sha256ToColumn(rendition.textSha256),
    textLength: content.text.length,
    parts: JSON.stringify(content.parts),
    words: content.words,
    title: content.title,
    standfirst: content.standfirst,
    byline: content.byline,
    publication: content.publication,
    section: content.section,
    published: content.published,
    language: content.language,
    direction: content.direction,
    contributors: JSON.stringify(content.contributors),
    captions: JSON.stringify(content.captions),
    asides: JSON.stringify(content.asides),
    textZstd: rendition.textZstd,
    htmlZstd: rendition.htmlZstd,
  }
}
