import type { Database } from 'better-sqlite3'
import type { ArticleId, Instant, RenditionId, Uid, VersionId } from '../../shared/model/identity.ts'
import type { Restoring } from '../archive/ports/restoring.ts'
import { sha256FromColumn, sha256ToColumn } from './sha256-column.ts'

/** Rows that a copy of another archive's articles needs; statements are prepared once, here. */
export function createRestoring(database: Database): Restoring {
  const version = database.prepare<[Uid], { readonly id: VersionId; readonly article: ArticleId }>(
    'SELECT id, article FROM version WHERE uid = ?',
  )
  const current = database.prepare<[ArticleId], { readonly number: number; readonly captured: Instant }>(
    `SELECT v.number, v.captured_at AS captured FROM article a JOIN version v ON v.id = a.current_version
     WHERE a.id = ?`,
  )
  const numberOf = database.prepare<[VersionId], number>('SELECT number FROM version WHERE id = ?').pluck()
  const setChanged = database.prepare<[Instant, ArticleId]>('UPDATE article SET changed_at = ? WHERE id = ?')
  const deletedAt = database
    .prepare<[string, string], Instant>('SELECT deleted_at FROM tombstone WHERE kind = ? AND uid = ?')
    .pluck()
  return {
    version: (uid) => version.get(uid),
    renditionsOf: createRenditionsOf(database),
    current: (article) => current.get(article),
    numberOf: (id) => numberOf.get(id) ?? 0,
    copyBlob: createCopyBlob(database),
    setChanged: (_unit, article, changed) => {
      setChanged.run(changed, article)
    },
    deletedAt: (kind, uid) => deletedAt.get(kind, uid),
    isTaken: createIsTaken(database),
  }
}

interface MarkRow {
  readonly id: RenditionId
  readonly extractor: string
  readonly extractorVersion: string
  readonly text: Uint8Array
}

function createRenditionsOf(database: Database): Restoring['renditionsOf'] {
  const select = database.prepare<[VersionId], MarkRow>(
    `SELECT id, extractor, extractor_version AS extractorVersion, text_sha256 AS text FROM rendition
     WHERE version = ? ORDER BY number`,
  )
  return (version) => select.all(version).map(({ text, ...row }) => ({ ...row, text: sha256FromColumn(text) }))
}

/** Chunk by chunk, so that a film takes no more memory than a page; chunks stay as they were compressed. */
function createCopyBlob(database: Database): Restoring['copyBlob'] {
  const find = database.prepare<[Buffer], { readonly id: number }>('SELECT id FROM blob WHERE sha256 = ?')
  const insertBlob = database.prepare<[Buffer, string, number]>(
    'INSERT INTO blob (sha256, media_type, size) VALUES (?, ?, ?)',
  )
  const insertChunk = database.prepare<[number | bigint, number, string, number, Uint8Array]>(
    'INSERT INTO blob_chunk (blob, number, codec, size, bytes) VALUES (?, ?, ?, ?, ?)',
  )
  return (_unit, sha256, read) => {
    const name = sha256ToColumn(sha256)
    if (find.get(name) !== undefined) return
    const { mediaType, size, chunks } = read()
    const { lastInsertRowid } = insertBlob.run(name, mediaType, size)
    let number = 0
    for (const chunk of chunks()) insertChunk.run(lastInsertRowid, number++, chunk.codec, chunk.size, chunk.bytes)
  }
}

const TABLES = {
  override: 'article_field_override',
  'article-tag': 'article_tag',
  'annotation-tag': 'annotation_tag',
  'article-collection': 'article_collection',
} as const

function createIsTaken(database: Database): Restoring['isTaken'] {
  const select = (kind: keyof typeof TABLES) =>
    database.prepare<[Uid], 1>(`SELECT 1 FROM ${TABLES[kind]} WHERE uid = ?`).pluck()
  const selects = {
    override: select('override'),
    'article-tag': select('article-tag'),
    'annotation-tag': select('annotation-tag'),
    'article-collection': select('article-collection'),
  }
  return (kind, uid) => selects[kind].get(uid) !== undefined
}
