import type { Database } from 'better-sqlite3'
import { rebuildNoteLinks } from '../links/rebuild-note-links.ts'

/**
 * Schema 3: the links in notes, so that what links to an article is looked up and never searched for in every note. A
 * target is named by its uid, as in the note: it may be gone, or not be here yet.
 */
export const NOTE_LINKS = `
CREATE TABLE note_link (
  annotation INTEGER NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  target_article TEXT NOT NULL,
  target_annotation TEXT,
  PRIMARY KEY (annotation, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_link_target ON note_link (target_article, target_annotation);
`

/** Makes the table and fills it from the notes there are. */
export function addNoteLinks(database: Database): void {
  database.exec(NOTE_LINKS)
  rebuildNoteLinks(database)
}
