import type { NoteArticle, NoteRow } from '../../../shared/model/note-list.ts'
import { displayTitle } from '../../../shared/text/display-title.ts'
import { inQuotes, sourceWords } from '../../composables/citation.ts'

/** A note with the article it cites. */
export interface CitedNote {
  readonly row: NoteRow
  readonly article: NoteArticle
}

/** Notes as plain text for a draft: the quotation, where it is from, and what was noted. */
export function citeNotes(notes: readonly CitedNote[], locale: string): string {
  return notes.map((note) => citeNote(note, locale)).join('\n\n')
}

function citeNote({ row, article }: CitedNote, locale: string): string {
  const { quote, note } = row.annotation
  const lines = [
    quote === null ? null : inQuotes(quote.exact.trim().replaceAll(/\s+/g, ' ')),
    `— ${sourceWords({ ...article, title: displayTitle(article) }, locale)}`,
    note,
  ]
  return lines.filter((line) => line !== null && line !== '').join('\n')
}
