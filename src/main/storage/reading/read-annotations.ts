import type { Database } from 'better-sqlite3'
import type { Anchor, Annotation } from '../../../shared/model/annotation.ts'
import type { AnnotationUid, ArticleId } from '../../../shared/model/identity.ts'
import type { AnchorSnapshot } from '../../archive/ports/entities.ts'
import type { Reading } from '../../archive/ports/reading.ts'
import {
  ANCHOR_COLUMNS,
  SELECT_ANNOTATION,
  toAnchorSnapshot,
  toAnnotationSnapshot,
  type AnnotationRow,
} from '../entities/annotation-store.ts'

interface NamedAnnotationRow extends AnnotationRow {
  readonly uid: AnnotationUid
}

interface Of {
  readonly annotation: number
}

const SELECT_NAMED = SELECT_ANNOTATION.replace('SELECT ', 'SELECT n.uid, ')

/** Which annotations: an article's, one by its uid, or by their row numbers. */
export type WhichAnnotations =
  { readonly article: ArticleId } | { readonly uid: AnnotationUid } | { readonly ids: readonly number[] }

/** Annotations in the order they were made, whole, for people, with their row numbers. */
export type ReadAnnotations = (
  which: WhichAnnotations,
) => readonly { readonly id: number; readonly annotation: Annotation }[]

/** Reads annotations with tags and places: three statements, however many there are. */
export function createReadAnnotations(database: Database): ReadAnnotations {
  const ofArticle = database.prepare<[ArticleId], NamedAnnotationRow>(
    `${SELECT_NAMED} WHERE n.article = ? ORDER BY n.id`,
  )
  const byUid = database.prepare<[AnnotationUid], NamedAnnotationRow>(`${SELECT_NAMED} WHERE n.uid = ?`)
  const among = 'IN (SELECT value FROM json_each(?))'
  const selectTags = database.prepare<[string], Of & { readonly name: string }>(
    `SELECT m.annotation, t.name FROM annotation_tag m JOIN tag t ON t.id = m.tag
     WHERE m.annotation ${among} ORDER BY t.name_key`,
  )
  const selectAnchors = database.prepare<[string], Of & Anchor>(
    `SELECT p.annotation, v.number AS version, r.number AS rendition, p.start_offset AS start, p.end_offset AS "end",
       p.strategy, p.score, p.status
     FROM anchor p JOIN rendition r ON r.id = p.rendition JOIN version v ON v.id = r.version
     JOIN article a ON a.id = v.article
     WHERE p.annotation ${among}
     ORDER BY v.id IS a.current_version AND r.id IS v.current_rendition DESC, v.number DESC, r.number DESC`,
  )
  const byIds = database.prepare<[string], NamedAnnotationRow>(`${SELECT_NAMED} WHERE n.id ${among} ORDER BY n.id`)
  const select = (which: WhichAnnotations): readonly NamedAnnotationRow[] => {
    if ('ids' in which) return byIds.all(JSON.stringify(which.ids))
    return 'uid' in which ? byUid.all(which.uid) : ofArticle.all(which.article)
  }
  return (which) => {
    const rows = select(which)
    const ids = JSON.stringify(rows.map(({ id }) => id))
    const tags = Map.groupBy(selectTags.all(ids), ({ annotation }) => annotation)
    const anchors = Map.groupBy(selectAnchors.all(ids), ({ annotation }) => annotation)
    return rows.map((row) => {
      const named = (tags.get(row.id) ?? []).map(({ name }) => name)
      const places = (anchors.get(row.id) ?? []).map(toAnchor)
      return { id: row.id, annotation: { uid: row.uid, ...withoutRendition(row), tags: named, anchors: places } }
    })
  }
}

/** A rejected place is stored, so that it is not given again, but it is none to show. */
function toAnchor({ version, rendition, start, end, strategy, score, status }: Anchor): Anchor {
  const place = status === 'placed' ? { start, end } : { start: null, end: null }
  return { version, rendition, ...place, strategy, score, status }
}

function withoutRendition(row: NamedAnnotationRow): Omit<Annotation, 'uid' | 'tags' | 'anchors'> {
  const { article, quote, color, note, created, changed } = toAnnotationSnapshot(row, [])
  return { article, quote, color, note, created, changed }
}

/** Reads an article's annotations as stored, for anchoring them on another rendition; two statements. */
export function createAnnotationsOf(database: Database): Reading['annotationsOf'] {
  const select = database.prepare<[ArticleId], NamedAnnotationRow>(`${SELECT_NAMED} WHERE n.article = ? ORDER BY n.id`)
  const selectAnchors = database.prepare<[ArticleId], Of & AnchorSnapshot>(
    `SELECT annotation, ${ANCHOR_COLUMNS} FROM anchor
     WHERE annotation IN (SELECT id FROM annotation WHERE article = ?) ORDER BY rendition`,
  )
  return (article) => {
    const rows = select.all(article)
    const anchors = rows.length === 0 ? [] : selectAnchors.all(article)
    const byAnnotation = Map.groupBy(anchors, ({ annotation }) => annotation)
    return rows.map((row) => {
      const places = (byAnnotation.get(row.id) ?? []).map(toAnchorSnapshot)
      return { uid: row.uid, value: toAnnotationSnapshot(row, places) }
    })
  }
}
