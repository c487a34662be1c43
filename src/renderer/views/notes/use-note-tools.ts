import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { HighlightColor } from '../../../shared/model/annotation.ts'
import type { NoteRow } from '../../../shared/model/note-list.ts'
import type { Result } from '../../../shared/result.ts'
import { deleteNotes, drawNotes, tagNotes, writeNote, type NotesChanged } from '../../stores/change-notes.ts'
import { useExporting } from '../../stores/exporting.ts'
import { useNotes } from '../../stores/notes.ts'
import { useUndo } from '../../stores/undo.ts'
import { citeNotes } from './cite-notes.ts'
import { usePenWords } from '../use-pen-words.ts'

/** Whether the selected notes were just copied, or could not be. */
export type Copied = 'no' | 'yes' | 'failed'

/** How long the slip says so, milliseconds. */
const SAYS_COPIED = 2000

/** What can be done with the selected notes; each says what it did and offers to take it back. */
export interface NoteTools {
  readonly rows: ComputedRef<readonly NoteRow[]>
  /** Articles that the selected notes stand in. */
  readonly articles: ComputedRef<number>
  readonly copied: Readonly<Ref<Copied>>
  readonly copy: () => Promise<void>
  readonly draw: (color: HighlightColor) => Promise<void>
  readonly tag: (name: string, present: boolean) => Promise<void>
  readonly remove: () => Promise<void>
  readonly exportThem: () => void
  readonly write: (row: NoteRow, note: string | null) => Promise<void>
}

/** The tools of the notes view. */
export function useNoteTools(): NoteTools {
  const { t, locale } = useI18n()
  const penWords = usePenWords()
  const notes = useNotes()
  const undo = useUndo()
  const exporting = useExporting()
  const copied = ref<Copied>('no')
  const rows = computed(() => [...notes.selected.values()])
  const uids = computed(() => rows.value.map(({ annotation }) => annotation.uid))
  const articles = computed(() => new Set(rows.value.map(({ article }) => article)).size)

  async function copy(): Promise<void> {
    const cited = rows.value.flatMap((row) => {
      const article = notes.articles.get(row.article)
      return article === undefined ? [] : [{ row, article }]
    })
    try {
      await navigator.clipboard.writeText(citeNotes(cited, locale.value))
      copied.value = 'yes'
    } catch {
      copied.value = 'failed'
    }
    setTimeout(() => (copied.value = 'no'), SAYS_COPIED)
  }

  function tell(done: Result<NotesChanged>, sentence: (count: number) => string): boolean {
    if (!done.ok) undo.fail(done.error)
    else {
      undo.offer(sentence(done.value.annotations), done.value.gesture)
      void notes.refresh()
    }
    return done.ok
  }

  async function draw(color: HighlightColor): Promise<void> {
    const pen = penWords(color)
    tell(await drawNotes(uids.value, color), (count) => t('notes.drawn', { n: count, pen }, count))
  }

  async function tag(name: string, present: boolean): Promise<void> {
    const key = present ? 'notes.tagged' : 'notes.untagged'
    const done = await tagNotes(uids.value, { name, present })
    tell(done, (count) => t(key, { n: count, tag: name }, count))
  }

  async function remove(): Promise<void> {
    const gone = rows.value
    const isDone = tell(await deleteNotes(uids.value), (count) => t('notes.deleted', { n: count }, count))
    if (isDone) notes.select(gone, false)
  }

  /** Notes are exported with the articles they stand in. */
  function exportThem(): void {
    const named = [...new Set(rows.value.map(({ article }) => article))]
    const label = t('notes.exportLabel', { n: named.length }, named.length)
    void exporting.open({ selection: { kind: 'articles', articles: named }, label })
  }

  async function write(row: NoteRow, note: string | null): Promise<void> {
    tell(await writeNote(row.annotation.uid, note), () => t('notes.edited'))
  }

  return { rows, articles, copied, copy, draw, tag, remove, exportThem, write }
}
