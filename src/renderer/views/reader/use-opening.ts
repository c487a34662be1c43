import { nextTick, onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'
import { theHost } from '../../api.ts'
import type { FrameSession } from '../../reader/frame-session.ts'
import { useNeighbours, type OpenedFrom } from '../../stores/neighbours.ts'
import { usePlace } from '../../stores/place.ts'
import type { Place } from '../../stores/window-place.ts'
import { useReading } from '../../stores/reading.ts'
import { queryOf } from '../../stores/scope.ts'
import { useSettings } from '../../stores/settings.ts'
import type { Reader } from './use-reader.ts'

/** The reader's place in the window. */
export type ReaderPlace = Extract<Place, { readonly view: 'reader' }>

/** What opening an article tells the view. */
export interface Opening {
  readonly here: ShallowRef<ReaderPlace | null>
  /** Where one had stopped before this opening; null = nowhere, or at the beginning. */
  readonly stopped: ShallowRef<number | null>
  /** The frame has come. */
  readonly ready: (session: FrameSession, frame: HTMLIFrameElement) => void
}

/** Opens what the window's place names, follows the archive's changes, and begins where one stopped or was sent to. */
export function useOpening(reader: Reader): Opening {
  const place = usePlace()
  const reading = useReading()
  const neighbours = useNeighbours()
  const settings = useSettings()
  const here = shallowRef<ReaderPlace | null>(null)
  const stopped = shallowRef<number | null>(null)

  function openedFrom(): OpenedFrom {
    const { sort, direction } = settings.values
    const from = place.before
    if (from?.view === 'search') return { kind: 'results', query: from.query }
    return { kind: 'list', query: from?.view === 'library' ? queryOf(from.scope) : '', sort, direction }
  }

  watch(
    () => place.here,
    (next, before) => {
      if (next.view !== 'reader') return
      here.value = next
      if (before?.view === 'reader' && before.article === next.article) begin()
      else {
        reader.frame.gone()
        reader.active.close()
        reader.selection.clear()
        reader.writing.value = null
        void reading.open(next.article)
        void neighbours.find(next.article, openedFrom())
      }
    },
    { immediate: true },
  )

  function begin(): void {
    const article = reader.article.value
    const target = here.value?.target ?? null
    if (article === null || reader.frame.shown.value === null) return
    const { stopped: last } = article.position
    const isUnderWay = last !== null && last.share < 0.98 && article.state !== 'read'
    stopped.value = isUnderWay && last.offset > 0 ? last.offset : null
    if (target !== null) reader.scroll.reveal(target)
    else if (stopped.value !== null) reader.scroll.restore(stopped.value)
    else if (reader.pane.value !== null) reader.pane.value.scrollTop = 0
  }

  const ends = [
    theHost().client.on('archive.changed', () => {
      void reading.refresh()
      if (here.value !== null) void neighbours.find(here.value.article, openedFrom())
    }),
  ]
  onBeforeUnmount(() => {
    ends.forEach((end) => end())
    reading.close()
  })

  return {
    here,
    stopped,
    ready: (session, frame) => {
      reader.frame.ready(session, frame)
      // The frame gets its height with the next rendering; before that there is nothing to scroll.
      void nextTick(begin)
    },
  }
}
