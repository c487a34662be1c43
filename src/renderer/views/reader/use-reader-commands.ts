import { shallowRef, type ShallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { HIGHLIGHT_COLORS } from '../../../shared/model/annotation.ts'
import type { ArticleRow } from '../../../shared/model/article.ts'
import { provideCommands, type ProvidedCommands } from '../../commands/running.ts'
import { useArticleActions } from '../../stores/article-actions.ts'
import { useLibrary } from '../../stores/library.ts'
import { useNeighbours } from '../../stores/neighbours.ts'
import { usePlace } from '../../stores/place.ts'
import { useReading } from '../../stores/reading.ts'
import { useSettings } from '../../stores/settings.ts'
import { DEFAULT_SETTINGS } from '../../stores/settings-values.ts'
import { useUndo } from '../../stores/undo.ts'
import type { ReaderMode } from './reader-mode.ts'
import type { Copying } from './use-copying.ts'
import type { Marking } from './use-marking.ts'
import { useMarkSteps } from './use-mark-steps.ts'
import type { Reader } from './use-reader.ts'

/** What the commands of the reader act on. */
export interface ReaderCommandsOptions {
  readonly reader: Reader
  readonly marking: Marking
  readonly copying: Copying
  readonly mode: ShallowRef<ReaderMode>
}

/** Menus that a command opens. */
export interface OpenedMenus {
  readonly articleTags: ShallowRef<boolean>
  readonly markTags: ShallowRef<boolean>
}

/** Provides what the window's commands do while an article is read. */
export function useReaderCommands(options: ReaderCommandsOptions): OpenedMenus {
  const menus = { articleTags: shallowRef(false), markTags: shallowRef(false) }
  provideCommands({
    ...articleCommands(options.reader),
    ...markCommands(options, menus),
    ...readingCommands(options),
  })
  return menus
}

function articleCommands({ article, scroll }: Reader): ProvidedCommands {
  const { t } = useI18n()
  const place = usePlace()
  const neighbours = useNeighbours()
  const library = useLibrary()
  const reading = useReading()
  const actions = useArticleActions()
  const undo = useUndo()

  function open(row: ArticleRow | null): void {
    // Among results one goes from hit to hit.
    const query = place.before?.view === 'search' ? place.before.query : null
    if (row === null) return
    followInLibrary(row)
    place.replace({ view: 'reader', article: row.uid, target: null, query })
  }

  /** At once, where the row is at hand: one may be on the way back already when the neighbours' neighbours are known. */
  function followInLibrary(row: ArticleRow): void {
    const at = library.active?.index ?? -1
    const index = [at - 1, at + 1].find((one) => library.rowAt(one)?.uid === row.uid)
    if (index !== undefined && place.before?.view === 'library') void library.activate(index, 'only')
  }

  /** A key that comes before it is known what stands beside the article waits for it. */
  async function openBeside(side: 'next' | 'previous'): Promise<void> {
    const { here } = place
    await neighbours.known()
    // Another key may have led elsewhere meanwhile.
    if (place.here === here) open(neighbours[side])
  }

  async function trash(): Promise<void> {
    const { value } = article
    if (value === null) return
    const gesture = await actions.trash(value.uid, true)
    undo.offer(t('reader.trashed'), gesture)
    if (gesture !== null) place.back()
  }

  return {
    nextArticle: { run: () => void openBeside('next'), can: () => neighbours.next !== null || neighbours.isFinding },
    previousArticle: {
      run: () => void openBeside('previous'),
      can: () => neighbours.previous !== null || neighbours.isFinding,
    },
    pageDown: () => {
      if (!scroll.pageDown()) open(neighbours.next)
    },
    star: () => void reading.mark(null, article.value?.starred !== true),
    markRead: () => void reading.mark(article.value?.state === 'read' ? 'unread' : 'read', null),
    trash: { run: () => void trash(), can: () => article.value !== null && article.value.trashed === null },
  }
}

function markCommands({ reader, marking, copying }: ReaderCommandsOptions, menus: OpenedMenus): ProvidedCommands {
  const { selection, active, article } = reader
  const step = useMarkSteps(reader)
  const hasMark = (): boolean => selection.range.value !== null || active.annotation.value !== null
  const pen = (index: number) => ({
    run: () => void marking.usePen(HIGHLIGHT_COLORS[index] ?? 'yellow'),
    can: hasMark,
  })
  return {
    pen1: pen(0),
    pen2: pen(1),
    pen3: pen(2),
    pen4: pen(3),
    pen5: pen(4),
    note: { run: marking.writeNote, can: hasMark },
    copyQuote: { run: () => void copying.copyQuote(), can: hasMark },
    nextHighlight: () => step(1),
    previousHighlight: () => step(-1),
    open: {
      run: () => selection.toSentence(article.value?.language ?? null),
      can: () => selection.range.value !== null,
    },
    tag: () => {
      if (!hasMark()) menus.articleTags.value = true
      else {
        if (active.uid.value !== null) active.hasTools.value = true
        menus.markTags.value = true
      }
    },
  }
}

function readingCommands({ reader, mode }: ReaderCommandsOptions): ProvidedCommands {
  const place = usePlace()
  const settings = useSettings()
  const { find, caret, active, selection } = reader
  const resize = (by: number) => (): void => {
    void settings.set({ readingSize: Math.min(28, Math.max(14, settings.values.readingSize + by)) })
  }

  /* Escape takes back one thing at a time: caret, opened highlight, selection, and only then the article. */
  function back(): void {
    if (caret.isOn.value) caret.isOn.value = false
    else if (active.uid.value !== null) active.close()
    else if (selection.range.value !== null) selection.clear()
    else place.back()
  }

  return {
    // Found words are shown in the text: where only the original is in sight, the text comes beside it.
    search: () => {
      if (mode.value === 'original') mode.value = 'both'
      find.open()
    },
    caret: caret.toggle,
    original: () => {
      mode.value = mode.value === 'reader' ? 'original' : 'reader'
    },
    marginNotes: () => void settings.set({ marginNotes: !settings.values.marginNotes }),
    textLarger: resize(1),
    textSmaller: resize(-1),
    textReset: () => void settings.set({ readingSize: DEFAULT_SETTINGS.readingSize }),
    back: { run: back, can: () => place.canBack || active.uid.value !== null || selection.range.value !== null },
  }
}
