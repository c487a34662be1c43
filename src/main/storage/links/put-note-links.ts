import type { Database } from 'better-sqlite3'
import { noteLinks } from '../../../shared/text/note-links.ts'

/** A row of `note_link` as a note says it. */
export interface NoteLinkRow {
  /** The linking annotation's row number. */
  readonly annotation: number
  /** Its place among the links of the note, from 1. */
  readonly number: number
  readonly article: string
  readonly target: string | null
}

/** The rows that a note makes. */
export function noteLinkRows(annotation: number, note: string | null): readonly NoteLinkRow[] {
  return noteLinks(note ?? '').map(({ to }, index) => ({
    annotation,
    number: index + 1,
    article: to.article,
    target: to.annotation,
  }))
}

/** Puts the links of an annotation's note in the place of those it had. */
export function createPutNoteLinks(database: Database): (annotation: number, note: string | null) => void {
  const removeAll = database.prepare<[number]>('DELETE FROM note_link WHERE annotation = ?')
  const insert = database.prepare<[NoteLinkRow]>(
    `INSERT INTO note_link (annotation, number, target_article, target_annotation)
     VALUES (@annotation, @number, @article, @target)`,
  )
  return (annotation, note) => {
    removeAll.run(annotation)
    for (const row of noteLinkRows(annotation, note)) insert.run(row)
  }
}
