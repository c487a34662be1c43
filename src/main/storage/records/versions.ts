import type { Database } from 'better-sqlite3'
import type { ArticleRecords, NewVersion, StoredVersion } from '../../archive/ports/article-records.ts'
import type { NewUid } from '../../archive/ports/clock.ts'
import type { ArticleId, ArticleUid, RenditionId, Uid, VersionId } from '../../../shared/model/identity.ts'
import { readJsonObject } from '../json-column.ts'
import { sha256FromColumn } from '../sha256-column.ts'
import { createBlobRow } from './blob-row.ts'
import { completenessOf } from './completeness.ts'

type Versions = Pick<
  ArticleRecords,
  | 'createVersion'
  | 'setCurrentRendition'
  | 'textHashes'
  | 'currentRenditions'
  | 'version'
  | 'versionsOf'
  | 'versionCount'
  | 'versionsAfter'
>

interface VersionInsert extends Pick<NewVersion, 'captured' | 'mediaType'> {
  readonly uid: Uid
  readonly article: ArticleId
  /** 0 = the next. */
  readonly number: number
  readonly blob: number | null
  readonly parameters: string
  readonly completeness: string | null
  readonly notes: string
}

interface VersionRow extends Pick<StoredVersion, 'id' | 'uid' | 'number' | 'mediaType' | 'currentRendition'> {
  readonly article: ArticleId
  readonly articleUid: ArticleUid
  readonly original: Uint8Array | null
  readonly parameters: string
}

/** Rows of versions. */
export function createVersions(database: Database, newUid: NewUid): Versions {
  return {
    createVersion: createCreateVersion(database, newUid),
    setCurrentRendition: createSetCurrentRendition(database),
    textHashes: createTextHashes(database),
    currentRenditions: createCurrentRenditions(database),
    version: createVersion(database),
    versionsOf: createVersionsOf(database),
    versionCount: createVersionCount(database),
    versionsAfter: createVersionsAfter(database),
  }
}

function createCreateVersion(database: Database, newUid: NewUid): ArticleRecords['createVersion'] {
  const blobRow = createBlobRow(database)
  const insert = database.prepare<[VersionInsert]>(
    `INSERT INTO version (uid, article, number, captured_at, source_blob, media_type, parameters, completeness, notes)
     VALUES (@uid, @article, max(@number, (SELECT coalesce(max(number), 0) + 1 FROM version WHERE article = @article)), @captured,
       @blob, @mediaType, @parameters, @completeness, @notes)`,
  )
  return (_unit, article, version) => {
    const completeness = completenessOf(version.notes)
    const { lastInsertRowid } = insert.run({
      uid: version.restored?.uid ?? newUid(),
      article,
      number: version.restored?.number ?? 0,
      captured: version.captured,
      blob: blobRow(version.original),
      mediaType: version.mediaType,
      parameters: JSON.stringify(version.parameters),
      completeness: completeness === null ? null : JSON.stringify(completeness),
      notes: JSON.stringify(version.notes),
    })
    return Number(lastInsertRowid) as VersionId
  }
}

/** A better extraction of the same bytes is no change of the article: `changed_at` stays. */
function createSetCurrentRendition(database: Database): ArticleRecords['setCurrentRendition'] {
  const update = database.prepare<[RenditionId, VersionId]>('UPDATE version SET current_rendition = ? WHERE id = ?')
  return (_unit, version, rendition) => {
    update.run(rendition, version)
  }
}

function createTextHashes(database: Database): ArticleRecords['textHashes'] {
  const select = database.prepare<[ArticleId], { readonly version: VersionId; readonly text: Uint8Array }>(
    `SELECT v.id AS version, r.text_sha256 AS text FROM version v JOIN rendition r ON r.id = v.current_rendition
     WHERE v.article = ? ORDER BY v.number DESC`,
  )
  return (article) => select.all(article).map(({ version, text }) => ({ version, text: sha256FromColumn(text) }))
}

function createCurrentRenditions(database: Database): ArticleRecords['currentRenditions'] {
  const select = database
    .prepare<[ArticleId], RenditionId>(
      `SELECT current_rendition FROM version WHERE article = ? AND current_rendition IS NOT NULL ORDER BY number DESC`,
    )
    .pluck()
  return (article) => select.all(article)
}

/** Selects `VersionRow`s; a WHERE clause follows. */
const SELECT_VERSION = `SELECT v.id, v.uid, v.number, v.article, a.uid AS articleUid, b.sha256 AS original,
  v.media_type AS mediaType, v.parameters, v.current_rendition AS currentRendition
  FROM version v JOIN article a ON a.id = v.article LEFT JOIN blob b ON b.id = v.source_blob`

function createVersion(database: Database): ArticleRecords['version'] {
  const numbered = database.prepare<[ArticleId, number], VersionRow>(
    `${SELECT_VERSION} WHERE v.article = ? AND v.number = ?`,
  )
  const current = database.prepare<[ArticleId], VersionRow>(
    `${SELECT_VERSION} WHERE v.article = ? AND v.id = a.current_version`,
  )
  return (article, number) => {
    const row = number === null ? current.get(article) : numbered.get(article, number)
    return row === undefined ? undefined : toStoredVersion(row)
  }
}

function createVersionsOf(database: Database): ArticleRecords['versionsOf'] {
  const select = database.prepare<[ArticleId], VersionRow>(`${SELECT_VERSION} WHERE v.article = ? ORDER BY v.number`)
  return (article) => select.all(article).map(toStoredVersion)
}

function createVersionCount(database: Database): ArticleRecords['versionCount'] {
  const count = database.prepare<[], number>('SELECT count(*) FROM version').pluck()
  return () => count.get() ?? 0
}

function createVersionsAfter(database: Database): ArticleRecords['versionsAfter'] {
  const select = database.prepare<[VersionId, number], VersionRow>(
    `${SELECT_VERSION} WHERE v.id > ? ORDER BY v.id LIMIT ?`,
  )
  return (after, limit) => select.all(after, limit).map(toStoredVersion)
}

function toStoredVersion({ article, articleUid, original, parameters, ...row }: VersionRow): StoredVersion {
  return {
    ...row,
    article: { id: article, uid: articleUid },
    original: original === null ? null : sha256FromColumn(original),
    parameters: readJsonObject(parameters),
  }
}
