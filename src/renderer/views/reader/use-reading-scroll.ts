import { useEventListener } from '@vueuse/core'
import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'
import type { Article } from '../../../shared/model/article.ts'
import type { TextRange } from '../../../shared/text/text-range.ts'
import { timeToRead } from '../../composables/reading-minutes.ts'
import { readingLine, scrollForLine, scrollRoom } from '../../reader/reading-line.ts'
import { shownRendition } from '../../reader/shown-rendition.ts'
import { createPlaceKeeper } from '../../stores/reading-place.ts'
import type { ArticleFrameState } from './use-article-frame.ts'
import { useStaying } from './use-staying.ts'

/** Where the reader is in the text. */
export interface ReadingScroll {
  /** Position on the reading line; null while nothing is shown. */
  readonly offset: ShallowRef<number | null>
  /** What can be seen. */
  readonly inView: ShallowRef<TextRange | null>
  /** Scroll position of the pane, CSS pixels. */
  readonly top: ShallowRef<number>
  /** Whether a person has moved in this article since it was opened. */
  readonly hasMoved: ShallowRef<boolean>
  /** Puts a position on the reading line, at once. */
  readonly restore: (offset: number) => void
  /** Shows a stretch a third down the pane, unless it can be seen already. */
  readonly reveal: (range: TextRange, behavior?: ScrollBehavior) => void
  /** One screen on; false at the end. */
  readonly pageDown: () => boolean
}

/** What it depends on. */
export interface ReadingScrollOptions {
  readonly pane: Readonly<ShallowRef<HTMLElement | null>>
  readonly frame: ArticleFrameState
  readonly article: () => Article | null
}

/** Scrolls this far, or to the end, or it does not count as reading; CSS pixels. */
const A_STEP = 80

/** Follows the scrolling, remembers the place, keeps it when the text is laid out anew. */
export function useReadingScroll({ pane, frame, article }: ReadingScrollOptions): ReadingScroll {
  const offset = shallowRef<number | null>(null)
  const inView = shallowRef<TextRange | null>(null)
  const top = shallowRef(0)
  const hasMoved = shallowRef(false)
  const keeper = createPlaceKeeper()
  const staying = useStaying(look)
  let openedAt: number | null = null

  function look(): void {
    const place = frame.shown.value?.place
    if (pane.value === null || place === undefined) return
    top.value = pane.value.scrollTop
    inView.value = place.inView()
    openedAt ??= pane.value.scrollTop
    const most = scrollRoom(pane.value)
    staying.look(most === 0, timeToRead(article()?.words ?? 0))
    const step = Math.min(A_STEP, most)
    if (staying.isLongEnough() || (most > 0 && Math.abs(pane.value.scrollTop - openedAt) >= step)) hasMoved.value = true
    offset.value = most === 0 && !staying.isLongEnough() ? 0 : place.offsetAt(readingLine(pane.value))
    remember()
  }

  function remember(): void {
    // To have a look is not to read: what was unread stays so until one moves.
    if (!hasMoved.value) return
    const read = article()
    const shown = read === null ? null : shownRendition(read, null)
    if (read === null || shown === null || offset.value === null) return
    keeper.note({ uid: read.uid, ...shown, offset: offset.value })
  }

  function restore(wanted: number): void {
    const box = frame.shown.value?.place.boxOf({ start: wanted, end: wanted + 1 })
    if (pane.value === null || box === null || box === undefined) return
    pane.value.scrollTop = scrollForLine(box.top, pane.value)
  }

  function reveal(range: TextRange, behavior: ScrollBehavior = 'instant'): void {
    const place = frame.shown.value?.place
    if (place?.isInView(range) === false) place.scrollTo(range.start, 1 / 3, behavior)
  }

  useEventListener(pane, 'scroll', look, { passive: true })
  // Pictures that come, another size: what is being read stays where it is.
  watch(frame.layout, () => {
    if (offset.value !== null && offset.value > 0) restore(offset.value)
    look()
  })
  watch(
    () => article()?.uid,
    () => {
      void keeper.flush()
      offset.value = null
      hasMoved.value = false
      staying.forget()
      openedAt = null
    },
  )
  useEventListener(window, 'pagehide', () => void keeper.flush())
  onBeforeUnmount(() => void keeper.flush())
  return { offset, inView, top, hasMoved, restore, reveal, pageDown: () => pageDown(pane.value) }
}

/* A few lines stay in sight, so that the eye finds where it was. */
function pageDown(pane: HTMLElement | null): boolean {
  if (pane === null) return false
  const before = pane.scrollTop
  pane.scrollBy({ top: pane.clientHeight - 64, behavior: 'instant' })
  return pane.scrollTop > before
}
