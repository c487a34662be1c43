import type { NoteArticle, NoteRow } from '../../../shared/model/note-list.ts'
import { displayTitle } from '../../../shared/text/display-title.ts'
import { showPartialDate } from '../../composables/show-date.ts'

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
    quote === null ? null : `“${quote.exact.trim().replaceAll(/\s+/g, ' ')}”`,
    `— ${sourceOf(article, locale)}`,
    note,
  ]
  return lines.filter((line) => line !== null && line !== '').join('\n')
}

/** Byline, title, publication and date, as far as they are known. */
function sourceOf(article: NoteArticle, locale: string): string {
  const date = article.published === null ? null : showPartialDate(article.published, locale)
  return [article.byline, `“${displayTitle(article)}”`, article.publication, date]
    .filter((part) => part !== null && part !== '')
    .join(', ')
}
