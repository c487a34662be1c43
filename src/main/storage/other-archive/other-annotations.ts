import type { Database } from 'better-sqlite3'
import { HIGHLIGHT_COLORS } from '../../../shared/model/annotation.ts'
import type { AnnotationUid } from '../../../shared/model/identity.ts'
import type { ArchivedAnnotation } from '../../archive/ports/archived-article.ts'
import { archiveDamaged, checkedCount, checkedInstant, checkedText, checkedUid, checkedWord } from './checked.ts'
import { createMemberships } from './other-memberships.ts'

type AnnotationRow = Readonly<
  Record<'uid' | 'rendition' | 'quote' | 'prefix' | 'suffix' | 'color' | 'note' | 'created' | 'changed', unknown>
> & { readonly id: number }

type AnchorRow = Readonly<Record<'rendition' | 'start' | 'end' | 'strategy' | 'score' | 'status', unknown>>

const STRATEGIES = ['position', 'quote', 'context', 'folded', 'fuzzy', 'manual', 'none'] as const

/** Highlights and notes of an article of another archive, by its row there. */
export function createOtherAnnotations(database: Database): (article: number) => readonly ArchivedAnnotation[] {
  const select = database.prepare<[number], AnnotationRow>(
    `SELECT id, uid, rendition, quote, prefix, suffix, color, note, created_at AS created, changed_at AS changed
     FROM annotation WHERE article = ? ORDER BY id`,
  )
  const anchors = database.prepare<[number], AnchorRow>(
    `SELECT rendition, start_offset AS start, end_offset AS "end", strategy, score, status FROM anchor
     WHERE annotation = ? ORDER BY rendition`,
  )
  const tags = createMemberships(database, 'annotation-tag')
  return (article) =>
    select.all(article).map((row) => {
      const quote = checkedText(row.quote)
      return {
        uid: checkedUid(row.uid) as AnnotationUid,
        rendition: row.rendition === null || quote === null ? null : checkedCount(row.rendition),
        quote:
          quote === null || row.rendition === null
            ? null
            : { exact: quote, prefix: checkedText(row.prefix) ?? '', suffix: checkedText(row.suffix) ?? '' },
        color: row.color === null ? null : checkedWord(HIGHLIGHT_COLORS, row.color),
        note: checkedText(row.note),
        created: checkedInstant(row.created),
        changed: checkedInstant(row.changed),
        anchors: anchors.all(row.id).map(toAnchor),
        tags: tags(row.id),
      }
    })
}

function toAnchor(row: AnchorRow): ArchivedAnnotation['anchors'][number] {
  const { start, end, score } = row
  if (typeof score !== 'number' || score < 0 || score > 1) throw archiveDamaged('a score in it is none')
  const status = checkedWord(['placed', 'orphan', 'rejected'] as const, row.status)
  const place = start === null || end === null ? null : { start: checkedCount(start), end: checkedCount(end) }
  if ((place === null && status === 'placed') || (place !== null && place.start > place.end)) {
    throw archiveDamaged('a place in it is none')
  }
  const { start: from, end: until } = place ?? { start: null, end: null }
  return {
    rendition: checkedCount(row.rendition),
    start: from,
    end: until,
    strategy: checkedWord(STRATEGIES, row.strategy),
    score,
    status,
  }
}
