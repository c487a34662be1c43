import type { Database } from 'better-sqlite3'
import type { HighlightColor } from '../../shared/model/annotation.ts'
import type { AnnotationUid, ArticleId, ArticleUid } from '../../shared/model/identity.ts'
import type { ArticleRow } from '../../shared/model/article.ts'
import type { NoteHit, SearchHit } from '../../shared/model/search.ts'
import { withoutLinkAddresses } from '../../shared/text/note-links.ts'
import type { ReadTexts, StoredText } from '../archive/ports/article-records.ts'
import type { ReadRows } from '../archive/ports/reading.ts'
import { wantedTexts, type Condition } from './condition.ts'
import type { ScoredHit } from './find-hits.ts'
import { ftsExpression } from './fts-expression.ts'
import type { FindHits } from './hit-marker.ts'
import { choosePassages, mergeHits } from './passages.ts'
import { createFinders, hitsToShow, markHits, type Finders } from './mark-hits.ts'

/** Turns found articles into what a page of results shows. */
export type PresentHits = (page: readonly ScoredHit[], condition: Condition) => readonly SearchHit[]

interface Named {
  readonly article: ArticleId
  readonly uid: ArticleUid
  readonly language: string
  readonly characters: number
}

interface NoteRow {
  readonly article: ArticleId
  readonly uid: AnnotationUid
  readonly color: HighlightColor | null
  readonly note: string
  readonly start: number | null
  readonly end: number | null
}

const NAMES = `SELECT article.id AS article, article.uid, coalesce(search_doc.language, 'und') AS language,
    coalesce(rendition.text_length, 0) AS characters
  FROM json_each(?) AS given CROSS JOIN article ON article.id = given.value
  LEFT JOIN search_doc ON search_doc.article = article.id
  LEFT JOIN version ON version.id = article.current_version
  LEFT JOIN rendition ON rendition.id = version.current_rendition`
const NOTES = `SELECT annotation.article, annotation.uid, annotation.color, annotation.note,
    anchor.start_offset AS start, anchor.end_offset AS end
  FROM annotation JOIN article ON article.id = annotation.article
  LEFT JOIN version ON version.id = article.current_version
  LEFT JOIN anchor ON anchor.annotation = annotation.id AND anchor.rendition = version.current_rendition
    AND anchor.status = 'placed'
  WHERE annotation.article IN (SELECT value FROM json_each(?)) AND annotation.note IS NOT NULL ORDER BY annotation.id`

/** Flags that a fore-edge has room for. */
const MOST_PLACES = 40

/** Presents hits; reads texts and notes of the page's articles only, and no text when the query has no words. */
export function createPresentHits(parts: {
  readonly database: Database
  readonly readTexts: ReadTexts
  readonly readRows: ReadRows
}): PresentHits {
  const names = parts.database.prepare<[string], Named>(NAMES)
  const noteRows = parts.database.prepare<[string], NoteRow>(NOTES)
  return (page, condition) => {
    const ids = page.map((hit) => hit.article)
    const json = JSON.stringify(ids)
    const named = new Map(names.all(json).map((row) => [row.article, row]))
    const rows = new Map(parts.readRows(ids).map((row) => [row.uid, row]))
    const hasWords = wantedTexts(condition).some((text) => ftsExpression(text, 'article') !== null)
    const texts = hasWords ? parts.readTexts(ids) : new Map<ArticleId, StoredText>()
    const notes = hasWords ? Map.groupBy(noteRows.all(json), (row) => row.article) : new Map<ArticleId, NoteRow[]>()
    const finders = createFinders(condition)
    return page.flatMap((hit) => {
      const name = named.get(hit.article)
      const row = name === undefined ? undefined : rows.get(name.uid)
      if (name === undefined || row === undefined) return []
      const found = passagesOf(texts.get(hit.article), name.language, finders)
      const noted = noteHits(notes.get(hit.article) ?? [], name.language, finders.note)
      return [{ ...headOf(row), characters: name.characters, score: hit.score, ...found, notes: noted }]
    })
  }
}

type Found = Pick<SearchHit, 'passages' | 'passagesInAll' | 'places'>

function headOf(row: ArticleRow): Omit<SearchHit, 'characters' | 'score' | 'notes' | keyof Found> {
  const { uid, sourceId, title, label, publication, published } = row
  return { uid, sourceId, title, label, publication, published, row }
}

function passagesOf(stored: StoredText | undefined, language: string, finders: Finders): Found {
  const hits = stored === undefined ? [] : hitsToShow(markHits(stored, language, finders))
  const { passages, inAll } = choosePassages(stored?.text ?? '', hits)
  return { passages, passagesInAll: inAll, places: pickEvenly(mergeHits(hits).map(({ start }) => start)) }
}

function pickEvenly(places: readonly number[]): readonly number[] {
  if (places.length <= MOST_PLACES) return places
  const step = (places.length - 1) / (MOST_PLACES - 1)
  return Array.from({ length: MOST_PLACES }, (_, at) => places[Math.round(at * step)] ?? 0)
}

function noteHits(rows: readonly NoteRow[], language: string, find: FindHits): readonly NoteHit[] {
  return rows.flatMap(({ uid, color, note: written, start, end }) => {
    const note = withoutLinkAddresses(written)
    const hits = mergeHits(find(note, language))
    const place = start === null || end === null ? null : { start, end }
    return hits.length === 0
      ? []
      : [{ uid, color, place, note, marks: hits.map((hit) => [hit.start, hit.end] as const) }]
  })
}
