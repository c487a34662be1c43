import type { AnnotationUid } from '../../../shared/model/identity.ts'
import type { NoteGroup, NoteGrouping, NoteRow } from '../../../shared/model/note-list.ts'

/** One line of the ledger: a note, and its group's key where the note is the first of it. */
export type LedgerLine =
  { readonly kind: 'unknown' } | { readonly kind: 'note'; readonly row: NoteRow; readonly heads: boolean }

/** What stands at an index of the list; the rows of a group follow each other. */
export function ledgerLine(index: number, rows: ReadonlyMap<number, NoteRow>): LedgerLine {
  const row = rows.get(index)
  if (row === undefined) return { kind: 'unknown' }
  return { kind: 'note', row, heads: rows.get(index - 1)?.group !== row.group }
}

/** Where the notes of the group at an index lie in the list, as far as their heading's count says; end not included. */
export function groupAround(
  index: number,
  rows: ReadonlyMap<number, NoteRow>,
  groups: ReadonlyMap<string, NoteGroup>,
): { readonly from: number; readonly until: number } {
  const group = rows.get(index)?.group
  if (group === undefined) return { from: index, until: index }
  let from = index
  while (rows.get(from - 1)?.group === group) from--
  return { from, until: from + (groups.get(group)?.shown ?? 1) }
}

/** Whether of a group's notes none, some or all are selected. */
export function groupState(selected: number, shown: number): 'none' | 'some' | 'all' {
  if (selected === 0) return 'none'
  return selected >= shown ? 'all' : 'some'
}

/** How many selected notes stand under each heading; a note with several tags counts under each. */
export function countSelected(
  selected: ReadonlyMap<AnnotationUid, NoteRow>,
  grouping: NoteGrouping,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const row of selected.values()) {
    for (const key of headingsOf(row, grouping)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/** A row knows the heading it was loaded under, which tells the month alone. */
function headingsOf({ annotation, article, group }: NoteRow, grouping: NoteGrouping): readonly string[] {
  switch (grouping) {
    case 'article':
      return [article]
    case 'tag':
      return annotation.tags.length === 0 ? [''] : annotation.tags
    case 'pen':
      return [annotation.color ?? 'none']
    case 'month':
      return [group]
  }
}
