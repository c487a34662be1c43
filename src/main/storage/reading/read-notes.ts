import type { Database } from 'better-sqlite3'
import type { HighlightColor } from '../../../shared/model/annotation.ts'
import { HIGHLIGHT_COLORS } from '../../../shared/model/annotation.ts'
import type { NoteGroup, NoteListAnswer } from '../../../shared/model/note-list.ts'
import type { Browsing } from '../../archive/ports/browsing.ts'
import { foldName } from '../../../shared/text/fold-name.ts'
import { createCollectionBelow } from './collection-below.ts'
import { groupNotes, type NoteLine } from './group-notes.ts'
import type { ListedNote } from './listed-note.ts'
import { createPresentNotes } from './present-notes.ts'

const NOTES = `SELECT n.id, n.article, a.uid AS articleUid, n.color, n.quote, n.note, n.created_at AS created,
    l.title, p.start_offset AS start
  FROM annotation n JOIN article a ON a.id = n.article LEFT JOIN article_listing l ON l.article = a.id
  LEFT JOIN version v ON v.id = a.current_version
  LEFT JOIN anchor p ON p.annotation = n.id AND p.rendition = v.current_rendition AND p.status = 'placed'
  WHERE a.trashed_at IS NULL`

/**
 * Reads one page of notes and highlights. All of them are looked at, since folding words is beyond SQLite: a person
 * makes thousands of them, not millions; texts are read of the page's articles only.
 */
export function createReadNotes(database: Database): Browsing['notes'] {
  const select = database.prepare<[], ListedNote>(NOTES)
  const tagged = database
    .prepare<[string], number>(
      `SELECT m.annotation FROM annotation_tag m JOIN tag t ON t.id = m.tag WHERE t.name_key = ?`,
    )
    .pluck()
  const tagNames = database
    .prepare<[number], string>(
      `SELECT t.name FROM annotation_tag m JOIN tag t ON t.id = m.tag WHERE m.annotation = ? ORDER BY t.name_key`,
    )
    .pluck()
  const articlesBelow = createCollectionBelow(database)
  const present = createPresentNotes(database)
  return (request, { words: given, articles }) => {
    const notes = select.all()
    const inTag = request.tag === null ? null : new Set(tagged.all(foldName(request.tag)))
    const inCollection = request.collection.length === 0 ? null : new Set(articlesBelow(request.collection))
    const words = given.map(foldName)
    const fitting = notes.filter(
      (note) =>
        (articles === null || articles.has(note.articleUid)) &&
        (inTag === null || inTag.has(note.id)) &&
        (inCollection === null || inCollection.has(note.article)) &&
        hasWords(note, words, request.titles === true),
    )
    const colors = new Set(request.colors)
    const shown = colors.size === 0 ? fitting : fitting.filter(({ color }) => color !== null && colors.has(color))
    const lines = groupNotes(shown, request.group, { notes, tagsOf: ({ id }) => tagNames.all(id) })
    const page = lines.slice(request.offset, request.offset + request.limit)
    return {
      total: shown.length,
      lines: lines.length,
      groups: groupsOf(page, lines),
      all: notes.length,
      byColor: countByColor(fitting),
      ...present(page, { notes, shown }),
    }
  }
}

/** The headings of a page, each with the rows that it has in the whole list. */
function groupsOf(page: readonly NoteLine[], lines: readonly NoteLine[]): readonly NoteGroup[] {
  const shown = new Map(page.map(({ group }) => [group, 0]))
  for (const { group } of lines) {
    const count = shown.get(group)
    if (count !== undefined) shown.set(group, count + 1)
  }
  return [...shown].map(([key, count]) => ({ key, shown: count }))
}

function hasWords({ quote, note, title }: ListedNote, words: readonly string[], titles: boolean): boolean {
  if (words.length === 0) return true
  const text = foldName(`${quote ?? ''} ${note ?? ''} ${titles ? (title ?? '') : ''}`)
  return words.every((word) => text.includes(word))
}

function countByColor(notes: readonly ListedNote[]): NoteListAnswer['byColor'] {
  const counts = { ...Object.fromEntries(HIGHLIGHT_COLORS.map((color) => [color, 0])), none: 0 } as Record<
    HighlightColor | 'none',
    number
  >
  for (const { color } of notes) counts[color ?? 'none']++
  return counts
}
