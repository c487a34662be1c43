import type { Database } from 'better-sqlite3'
import { appError, Failure } from '../../shared/app-error.ts'
import type { ArticleId, Sha256 } from '../../shared/model/identity.ts'
import type { Clock } from '../archive/ports/clock.ts'
import type { PurgeArticle } from '../archive/ports/purge-article.ts'
import { createTombstones } from './entities/tombstones.ts'
import { sha256FromColumn } from './sha256-column.ts'

interface BlobRow {
  readonly id: number
  readonly sha256: Uint8Array
}

/** Deletes articles for ever. Foreign keys take the rows; the order here leaves tombstones first and blobs last. */
export function createPurgeArticle(database: Database, clock: Clock): PurgeArticle {
  const find = database.prepare<
    [ArticleId],
    { readonly uid: string; readonly annotations: number; readonly versions: number }
  >(
    `SELECT uid, (SELECT count(*) FROM annotation WHERE article = a.id) AS annotations,
       (SELECT count(*) FROM version WHERE article = a.id) AS versions FROM article a WHERE id = ?`,
  )
  const remove = database.prepare<[ArticleId]>('DELETE FROM article WHERE id = ?')
  const leaveTombstones = createLeaveTombstones(database, clock)
  const blobsOf = createBlobsOf(database)
  const removeUnused = createRemoveUnused(database)
  return (_unit, article) => {
    const row = find.get(article)
    if (row === undefined) throw new Failure(appError('archive/article-not-found', { uid: null, article }))
    leaveTombstones(article, row.uid)
    const blobs = blobsOf(article)
    remove.run(article)
    return { annotations: row.annotations, versions: row.versions, blobs: removeUnused(blobs) }
  }
}

function createLeaveTombstones(database: Database, clock: Clock): (article: ArticleId, uid: string) => void {
  const tombstones = createTombstones(database, clock)
  const leaves = [
    tombstones.forRows('override', 'article_field_override WHERE article = ?'),
    tombstones.forRows(
      'annotation-tag',
      'annotation_tag WHERE annotation IN (SELECT id FROM annotation WHERE article = ?)',
    ),
    tombstones.forRows('annotation', 'annotation WHERE article = ?'),
    tombstones.forRows('article-tag', 'article_tag WHERE article = ?'),
    tombstones.forRows('article-collection', 'article_collection WHERE article = ?'),
  ]
  return (article, uid) => {
    tombstones.leave('article', uid)
    for (const leave of leaves) leave(article)
  }
}

function createBlobsOf(database: Database): (article: ArticleId) => readonly BlobRow[] {
  const renditions = 'FROM version v JOIN rendition r ON r.version = v.id'
  const select = database.prepare<[{ article: ArticleId }], BlobRow>(
    `SELECT id, sha256 FROM blob WHERE id IN (
       SELECT source_blob FROM version WHERE article = @article
       UNION SELECT r.lead_image ${renditions} WHERE v.article = @article
       UNION SELECT u.blob ${renditions} JOIN resource u ON u.rendition = r.id WHERE v.article = @article
     )`,
  )
  return (article) => select.all({ article })
}

function createRemoveUnused(database: Database): (blobs: readonly BlobRow[]) => readonly Sha256[] {
  const remove = database.prepare<[{ id: number }]>(
    `DELETE FROM blob WHERE id = @id
     AND NOT EXISTS (SELECT 1 FROM version WHERE source_blob = @id)
     AND NOT EXISTS (SELECT 1 FROM rendition WHERE lead_image = @id)
     AND NOT EXISTS (SELECT 1 FROM resource WHERE blob = @id)`,
  )
  return (blobs) =>
    blobs.filter(({ id }) => remove.run({ id }).changes === 1).map(({ sha256 }) => sha256FromColumn(sha256))
}
