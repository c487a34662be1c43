import type { Database } from 'better-sqlite3'
import { createPutNoteLinks } from './put-note-links.ts'

/** Only notes that may hold a link are read; the rest cannot make a row. */
const LINKING = `SELECT id, note FROM annotation WHERE note LIKE '%offprint:%'`

/** Empties the table of links and makes it again from the notes; inside the caller's transaction. */
export function rebuildNoteLinks(database: Database): void {
  database.prepare('DELETE FROM note_link').run()
  const put = createPutNoteLinks(database)
  const notes = database.prepare<[], { readonly id: number; readonly note: string }>(LINKING).all()
  for (const { id, note } of notes) put(id, note)
}
