import type { Database } from 'better-sqlite3'
import type { HighlightColor } from '../../../shared/model/annotation.ts'
import { HIGHLIGHT_COLORS } from '../../../shared/model/annotation.ts'
import type { ArticleId, Instant } from '../../../shared/model/identity.ts'
import type { NoteListAnswer, NoteListRequest } from '../../../shared/model/note-list.ts'
import { foldName } from '../../../shared/text/fold-name.ts'
import { createCollectionBelow } from './collection-below.ts'
import type { ListedNote } from './listed-note.ts'
import { createPresentNotes } from './present-notes.ts'

const NOTES = `SELECT n.id, n.article, a.uid AS articleUid, n.color, n.quote, n.note, n.created_at AS created,
    p.start_offset AS start
  FROM annotation n JOIN article a ON a.id = n.article LEFT JOIN version v ON v.id = a.current_version
  LEFT JOIN anchor p ON p.annotation = n.id AND p.rendition = v.current_rendition AND p.status = 'placed'
  WHERE a.trashed_at IS NULL`

/**
 * Reads one page of notes and highlights. All of them are looked at, since folding words is beyond SQLite: a person
 * makes thousands of them, not millions; texts are read of the page's articles only.
 */
export function createReadNotes(database: Database): (request: NoteListRequest) => NoteListAnswer {
  const select = database.prepare<[], ListedNote>(NOTES)
  const tagged = database
    .prepare<[string], number>(
      `SELECT m.annotation FROM annotation_tag m JOIN tag t ON t.id = m.tag WHERE t.name_key = ?`,
    )
    .pluck()
  const articlesBelow = createCollectionBelow(database)
  const present = createPresentNotes(database)
  return (request) => {
    const notes = select.all()
    const inTag = request.tag === null ? null : new Set(tagged.all(foldName(request.tag)))
    const inCollection = request.collection.length === 0 ? null : new Set(articlesBelow(request.collection))
    const words = foldName(request.text)
      .split(' ')
      .filter((word) => word !== '')
    const fitting = notes.filter(
      (note) =>
        (inTag === null || inTag.has(note.id)) &&
        (inCollection === null || inCollection.has(note.article)) &&
        hasWords(note, words),
    )
    const colors = new Set(request.colors)
    const shown = colors.size === 0 ? fitting : fitting.filter(({ color }) => color !== null && colors.has(color))
    const ordered = orderNotes(shown, newestNotes(notes))
    const page = ordered.slice(request.offset, request.offset + request.limit)
    return {
      total: shown.length,
      all: notes.length,
      byColor: countByColor(fitting),
      ...present(page, { notes, shown }),
    }
  }
}

function hasWords({ quote, note }: ListedNote, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const text = foldName(`${quote ?? ''} ${note ?? ''}`)
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

/** When the newest note was made on each article: editing one moves nothing. */
function newestNotes(notes: readonly ListedNote[]): ReadonlyMap<ArticleId, Instant> {
  const last = new Map<ArticleId, Instant>()
  for (const { article, created } of notes) {
    const known = last.get(article)
    if (known === undefined || created > known) last.set(article, created)
  }
  return last
}

/** By article, the one with the newest note first; within one notes on it, then the order of the text, then orphans. */
function orderNotes(notes: readonly ListedNote[], last: ReadonlyMap<ArticleId, Instant>): readonly ListedNote[] {
  const placeOf = ({ quote, start }: ListedNote): number => (quote === null ? -1 : (start ?? Number.MAX_SAFE_INTEGER))
  return notes.toSorted((one, other) => {
    if (one.article === other.article) return placeOf(one) - placeOf(other) || one.id - other.id
    const [first, second] = [last.get(one.article) ?? '', last.get(other.article) ?? '']
    if (first !== second) return first < second ? 1 : -1
    return other.article - one.article
  })
}
