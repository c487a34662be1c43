import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AppError } from '../../shared/app-error.ts'
import type { HighlightColor } from '../../shared/model/annotation.ts'
import type { AnnotationUid, ArticleUid } from '../../shared/model/identity.ts'
import type {
  NoteArticle,
  NoteGroup,
  NoteGrouping,
  NoteListAnswer,
  NoteListRequest,
  NoteRow,
} from '../../shared/model/note-list.ts'
import { theHost } from '../api.ts'
import { createListMemory } from './list-memory.ts'
import { createBusy } from './slow-busy.ts'
import { createSparseRows, type RowStretch } from './sparse-rows.ts'

/** Which notes are shown; an empty condition does not narrow. */
export interface NoteConditions {
  readonly text: string
  readonly colors: readonly HighlightColor[]
  readonly tag: string | null
  readonly collection: readonly string[]
}

/** What the ledger shows: one of these, never two at once. */
export type NotesState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: AppError }
  | ({ readonly status: 'ready' } & Pick<NoteListAnswer, 'total' | 'lines' | 'all' | 'byColor'>)

/** All notes. */
export const NO_CONDITIONS: NoteConditions = { text: '', colors: [], tag: null, collection: [] }

const PAGE = 100

/** All notes and highlights, narrowed by conditions, loaded where they are looked at; and those that are selected. */
export const useNotes = defineStore('notes', () => {
  const state = shallowRef<NotesState>({ status: 'loading' })
  const conditions = shallowRef<NoteConditions>(NO_CONDITIONS)
  /** What the notes stand under; it stays when conditions change. */
  const grouping = shallowRef<NoteGrouping>('article')
  const articles = shallowRef<ReadonlyMap<ArticleUid, NoteArticle>>(new Map())
  const groups = shallowRef<ReadonlyMap<string, NoteGroup>>(new Map())
  const { selected, select } = createNoteSelection()
  const { busy, start, end } = createBusy()
  const memory = createListMemory()
  const list = createSparseRows<NoteRow>(PAGE, load)
  let asked = 0
  /** The headings asked for; those shown change when their rows are there. */
  let wanted: NoteGrouping = 'article'

  /** Shows what fits other conditions, from its beginning; the selection is dropped, as it would be out of sight. */
  async function narrow(change: Partial<NoteConditions>): Promise<void> {
    conditions.value = { ...conditions.value, ...change }
    selected.value = new Map()
    await read()
  }

  /** Puts the notes under other headings; the selection stays, since the same notes are shown. */
  async function groupBy(other: NoteGrouping): Promise<void> {
    wanted = other
    await read()
  }

  /** Reads the list from its beginning. */
  async function read(): Promise<void> {
    const mine = ++asked
    start()
    const answer = await request(0, PAGE)
    if (mine !== asked) return
    end()
    memory.forget()
    list.clear()
    groups.value = new Map()
    grouping.value = wanted
    if (answer.ok) list.put({ offset: 0, rows: take(answer.value).rows })
    else state.value = { status: 'failed', error: answer.error }
  }

  /** With each page comes the row before it, so that it is known where a group begins. */
  async function load(offset: number, limit: number): Promise<RowStretch<NoteRow> | null> {
    const from = Math.max(0, offset - 1)
    const answer = await request(from, limit + offset - from)
    return answer.ok ? { offset: from, rows: take(answer.value).rows } : null
  }

  function request(offset: number, limit: number): ReturnType<typeof requestNotes> {
    return requestNotes({ ...conditions.value, group: wanted, offset, limit })
  }

  function take(answer: NoteListAnswer): NoteListAnswer {
    const { total, lines, all, byColor } = answer
    state.value = { status: 'ready', total, lines, all, byColor }
    groups.value = new Map([...groups.value, ...answer.groups.map((group) => [group.key, group] as const)])
    articles.value = new Map([...articles.value, ...answer.articles.map((article) => [article.uid, article] as const)])
    const fresh = answer.rows.filter(({ annotation }) => selected.value.has(annotation.uid))
    if (fresh.length > 0) select(fresh, true)
    return answer
  }

  const { current, scroll, measured, wasOpened } = memory
  const { rows, need, refresh } = list
  const shown = { rows, need, refresh, articles, groups, grouping, selected, current, scroll, measured, wasOpened }
  return { state, conditions, busy, narrow, groupBy, read, select, ...shown }
})

/** Selected notes, in the order in which they were selected. */
function createNoteSelection() {
  const selected = shallowRef<ReadonlyMap<AnnotationUid, NoteRow>>(new Map())

  /** Selects notes, or takes them out of the selection. */
  function select(rows: readonly NoteRow[], isSelected: boolean): void {
    const next = new Map(selected.value)
    for (const row of rows) {
      if (isSelected) next.set(row.annotation.uid, row)
      else next.delete(row.annotation.uid)
    }
    selected.value = next
  }

  return { selected, select }
}

function requestNotes(request: NoteListRequest) {
  return theHost().client.request('annotation.list', request)
}
