import type { Database } from 'better-sqlite3'
import type { AnnotationUid, ArticleId, ArticleUid } from '../../shared/model/identity.ts'
import type { ArticleRow } from '../../shared/model/article.ts'
import type { TextField } from '../../shared/model/query.ts'
import type { NoteHit, Passage, SearchHit } from '../../shared/model/search.ts'
import type { ReadTexts, StoredText } from '../archive/ports/article-records.ts'
import type { ReadRows } from '../archive/ports/reading.ts'
import { wantedTexts, type Condition } from './condition.ts'
import type { ScoredHit } from './find-hits.ts'
import { ftsExpression } from './fts-expression.ts'
import { createFindHits, type FindHits } from './hit-marker.ts'
import { choosePassages, mergeHits, type Hit } from './passages.ts'

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
  readonly note: string
}

const NAMES = `SELECT article.id AS article, article.uid, coalesce(search_doc.language, 'und') AS language,
    coalesce(rendition.text_length, 0) AS characters
  FROM json_each(?) AS given CROSS JOIN article ON article.id = given.value
  LEFT JOIN search_doc ON search_doc.article = article.id
  LEFT JOIN version ON version.id = article.current_version
  LEFT JOIN rendition ON rendition.id = version.current_rendition`
const NOTES = `SELECT article, uid, note FROM annotation
  WHERE article IN (SELECT value FROM json_each(?)) AND note IS NOT NULL ORDER BY id`

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
      const passages = passagesOf(texts.get(hit.article), name.language, finders)
      const noted = noteHits(notes.get(hit.article) ?? [], name.language, finders.note)
      return [{ ...headOf(row), characters: name.characters, score: hit.score, passages, notes: noted }]
    })
  }
}

function headOf(row: ArticleRow): Omit<SearchHit, 'characters' | 'score' | 'passages' | 'notes'> {
  const { uid, sourceId, title, label, publication, published } = row
  return { uid, sourceId, title, label, publication, published, row }
}

/** What finds hits at each place: a term of one field is no hit anywhere else. */
interface Finders {
  readonly header: FindHits
  readonly body: FindHits
  readonly note: FindHits
}

function createFinders(condition: Condition): Finders {
  const texts = wantedTexts(condition)
  const within = (...fields: readonly TextField[]): FindHits =>
    createFindHits(texts.filter(({ field }) => field === null || fields.includes(field)))
  return { header: within('title', 'byline'), body: within('body'), note: within('note') }
}

/** Passages from outside the header where there are any: headline and byline stand in the row already. */
function passagesOf(stored: StoredText | undefined, language: string, finders: Finders): readonly Passage[] {
  if (stored === undefined) return []
  const { text, parts } = stored
  const headers = parts.filter((part) => part.kind === 'header')
  const isInHeader = ({ start }: Hit): boolean => headers.some((part) => start >= part.start && start < part.end)
  const outside = finders.body(text, language).filter((hit) => !isInHeader(hit))
  return choosePassages(text, outside.length > 0 ? outside : finders.header(text, language).filter(isInHeader))
}

function noteHits(rows: readonly NoteRow[], language: string, find: FindHits): readonly NoteHit[] {
  return rows.flatMap(({ uid, note }) => {
    const hits = mergeHits(find(note, language))
    return hits.length === 0 ? [] : [{ uid, note, marks: hits.map((hit) => [hit.start, hit.end] as const) }]
  })
}
