import type { Database } from 'better-sqlite3'
import { appError, Failure } from '../../../shared/app-error.ts'
import type { HighlightColor } from '../../../shared/model/annotation.ts'
import type { AnnotationUid, ArticleId, ArticleUid, Instant, RenditionId } from '../../../shared/model/identity.ts'
import type { AnchorSnapshot, AnnotationSnapshot } from '../../archive/ports/entities.ts'
import { createPutNoteLinks } from '../links/put-note-links.ts'
import type { ArticleRows } from './article-rows.ts'
import type { EntityStore } from './entity-store.ts'
import type { Tombstones } from './tombstones.ts'

/** An annotation's row with its article's uid. */
export interface AnnotationRow {
  readonly id: number
  readonly article: ArticleUid
  readonly rendition: RenditionId | null
  readonly quote: string | null
  readonly prefix: string | null
  readonly suffix: string | null
  readonly color: HighlightColor | null
  readonly note: string | null
  readonly created: Instant
  readonly changed: Instant
}

/** Selects `AnnotationRow`s; a WHERE clause follows. */
export const SELECT_ANNOTATION = `SELECT n.id, a.uid AS article, n.rendition, n.quote, n.prefix, n.suffix, n.color,
  n.note, n.created_at AS created, n.changed_at AS changed
  FROM annotation n JOIN article a ON a.id = n.article`

/** Columns of an `AnchorSnapshot`, from `anchor`. */
export const ANCHOR_COLUMNS = 'rendition, start_offset AS start, end_offset AS "end", strategy, score, status'

/** An anchor's row without the columns it was joined by. */
export function toAnchorSnapshot({ rendition, start, end, strategy, score, status }: AnchorSnapshot): AnchorSnapshot {
  return { rendition, start, end, strategy, score, status }
}

/** Joins an annotation's row and anchors (by rendition's row number) to the value. */
export function toAnnotationSnapshot(
  { quote, prefix, suffix, ...row }: AnnotationRow,
  anchors: readonly AnchorSnapshot[],
): AnnotationSnapshot {
  return {
    article: row.article,
    rendition: row.rendition,
    quote: quote === null ? null : { exact: quote, prefix: prefix ?? '', suffix: suffix ?? '' },
    color: row.color,
    note: row.note,
    created: row.created,
    changed: row.changed,
    anchors,
  }
}

/** Highlights and notes with their places. */
export function createAnnotationStore(
  database: Database,
  rows: ArticleRows,
  tombstones: Tombstones,
): EntityStore<AnnotationSnapshot> {
  return {
    read: createReadAnnotation(database),
    put: createPutAnnotation(database, rows),
    remove: createRemoveAnnotation(database, rows, tombstones),
    uid: (subject) => subject as AnnotationUid,
  }
}

function createReadAnnotation(database: Database): (subject: string) => AnnotationSnapshot | null {
  const select = database.prepare<[string], AnnotationRow>(`${SELECT_ANNOTATION} WHERE n.uid = ?`)
  const selectAnchors = database.prepare<[number], AnchorSnapshot>(
    `SELECT ${ANCHOR_COLUMNS} FROM anchor WHERE annotation = ? ORDER BY rendition`,
  )
  return (subject) => {
    const row = select.get(subject)
    return row === undefined ? null : toAnnotationSnapshot(row, selectAnchors.all(row.id))
  }
}

interface AnnotationUpsert extends Omit<AnnotationSnapshot, 'article' | 'quote' | 'anchors'> {
  readonly uid: string
  readonly article: ArticleId
  readonly quote: string | null
  readonly prefix: string | null
  readonly suffix: string | null
}

function createPutAnnotation(
  database: Database,
  rows: ArticleRows,
): (subject: string, value: AnnotationSnapshot) => void {
  const upsert = database.prepare<[AnnotationUpsert], { readonly id: number }>(
    `INSERT INTO annotation (uid, article, rendition, quote, prefix, suffix, color, note, created_at, changed_at)
     VALUES (@uid, @article, @rendition, @quote, @prefix, @suffix, @color, @note, @created, @changed)
     ON CONFLICT (uid) DO UPDATE SET article = excluded.article, rendition = excluded.rendition,
       quote = excluded.quote, prefix = excluded.prefix, suffix = excluded.suffix, color = excluded.color,
       note = excluded.note, created_at = excluded.created_at, changed_at = excluded.changed_at
     RETURNING id`,
  )
  const putAnchors = createPutAnchors(database)
  const putLinks = createPutNoteLinks(database)
  return (subject, { article, quote, anchors, ...value }) => {
    const id = rows.idOf(article)
    const words = { quote: quote?.exact ?? null, prefix: quote?.prefix ?? null, suffix: quote?.suffix ?? null }
    const row = upsert.get({ ...value, ...words, uid: subject, article: id })
    if (row === undefined) throw new Error(`annotation ${subject} was not stored`)
    putAnchors(row.id, anchors)
    putLinks(row.id, value.note)
    rows.touch(id)
  }
}

function createPutAnchors(database: Database): (annotation: number, anchors: readonly AnchorSnapshot[]) => void {
  const removeAll = database.prepare<[number]>('DELETE FROM anchor WHERE annotation = ?')
  const insert = database.prepare<[AnchorSnapshot & { readonly annotation: number }]>(
    `INSERT INTO anchor (annotation, rendition, start_offset, end_offset, strategy, score, status)
     VALUES (@annotation, @rendition, @start, @end, @strategy, @score, @status)`,
  )
  return (annotation, anchors) => {
    removeAll.run(annotation)
    for (const anchor of anchors) insert.run({ ...anchor, annotation })
  }
}

function createRemoveAnnotation(
  database: Database,
  rows: ArticleRows,
  tombstones: Tombstones,
): (subject: string) => void {
  const select = database.prepare<[string], { readonly id: number; readonly article: ArticleId }>(
    'SELECT id, article FROM annotation WHERE uid = ?',
  )
  const remove = database.prepare<[number]>('DELETE FROM annotation WHERE id = ?')
  const leaveTags = tombstones.forRows('annotation-tag', 'annotation_tag WHERE annotation = ?')
  return (subject) => {
    const row = select.get(subject)
    if (row === undefined) throw new Failure(appError('archive/annotation-not-found', { uid: subject }))
    leaveTags(row.id)
    remove.run(row.id)
    rows.touch(row.article)
  }
}
