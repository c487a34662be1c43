import type { ArticleUid } from '../../../shared/model/identity.ts'
import type { NoteArticle, NoteRow } from '../../../shared/model/note-list.ts'

/** One line of the ledger: a note, and its article where the note is the first of it. */
export type LedgerLine =
  { readonly kind: 'unknown' } | { readonly kind: 'note'; readonly row: NoteRow; readonly heads: NoteArticle | null }

/** What stands at an index of the list; the rows of an article follow each other. */
export function ledgerLine(
  index: number,
  rows: ReadonlyMap<number, NoteRow>,
  articles: ReadonlyMap<ArticleUid, NoteArticle>,
): LedgerLine {
  const row = rows.get(index)
  if (row === undefined) return { kind: 'unknown' }
  const isFirst = rows.get(index - 1)?.article !== row.article
  return { kind: 'note', row, heads: isFirst ? (articles.get(row.article) ?? null) : null }
}

/** Where the notes of the article at an index lie in the list, as far as their heading's count says; end not included. */
export function groupAround(
  index: number,
  rows: ReadonlyMap<number, NoteRow>,
  articles: ReadonlyMap<ArticleUid, NoteArticle>,
): { readonly from: number; readonly until: number } {
  const article = rows.get(index)?.article
  if (article === undefined) return { from: index, until: index }
  let from = index
  while (rows.get(from - 1)?.article === article) from--
  return { from, until: from + (articles.get(article)?.shown ?? 1) }
}

/** Whether of a group's notes none, some or all are selected. */
export function groupState(selected: number, shown: number): 'none' | 'some' | 'all' {
  if (selected === 0) return 'none'
  return selected >= shown ? 'all' : 'some'
}
