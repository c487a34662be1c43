import type { Virtualizer } from '@tanstack/vue-virtual'
import { useEventListener } from '@vueuse/core'
import { watch, type Ref } from 'vue'
import { useLibrary } from '../../stores/library.ts'
import { useSettings } from '../../stores/settings.ts'

/** The uppermost row in sight, and how much of it is above the edge, CSS pixels. */
interface Seen {
  readonly index: number
  readonly within: number
}

/** Frames that a place is held once all that is drawn is loaded; rows turn out higher or lower than was thought. */
const FRAMES = 6
/** Frames that rows which are still on their way are waited for. */
const MOST_FRAMES = 300

/** A place that is being held, or not. */
export interface KeptPlace {
  /** While a place is held, what is in sight is not yet where it will be. */
  readonly isHeld: () => boolean
}

/** What keeping a place needs to know of its list. */
export interface KeptPlaceParts {
  readonly virtualizer: Ref<Virtualizer<HTMLElement, Element>>
  readonly scroller: Ref<HTMLElement | null>
  /** Told when a place is held no longer. */
  readonly onSettled: () => void
}

/** Keeps what is in sight where it stands when rows come or go above it, headings change, or rows get another height. */
export function useKeptPlace({ virtualizer, scroller, onSettled }: KeptPlaceParts): KeptPlace {
  const library = useLibrary()
  const settings = useSettings()
  let seen: Seen | null = null
  /** What is being held; where the list is scrolled to is not yet known to follow it. */
  let held: Seen | null = null
  let known = library.moved
  const changes = [() => library.periods, () => library.moved, () => settings.values.density]

  function look(): void {
    seen ??= held
    const { scrollOffset, range, measurementsCache } = virtualizer.value
    const row = range === null ? undefined : measurementsCache[range.startIndex]
    // At its beginning a list stays there: what is new shows itself.
    if (row === undefined || scrollOffset === null || scrollOffset <= 0) seen = null
    else seen ??= { index: row.index, within: scrollOffset - row.start }
  }

  function restore(): void {
    const before = seen
    const shift = library.moved === known ? 0 : library.moved.shift
    seen = null
    known = library.moved
    if (before === null) return
    held = { index: before.index + shift, within: before.within }
    hold(held, { calm: FRAMES, left: MOST_FRAMES })
  }

  function hold(place: Seen, { calm, left }: { readonly calm: number; readonly left: number }): void {
    if (place !== held) return
    const row = virtualizer.value.measurementsCache[place.index]
    if (row === undefined || calm === 0 || left === 0) {
      release()
      return
    }
    const wanted = row.start + Math.min(place.within, row.size)
    if (Math.abs(wanted - (virtualizer.value.scrollOffset ?? 0)) >= 1) virtualizer.value.scrollToOffset(wanted)
    const next = { calm: isAllLoaded() ? calm - 1 : FRAMES, left: left - 1 }
    requestAnimationFrame(() => hold(place, next))
  }

  function isAllLoaded(): boolean {
    return virtualizer.value.getVirtualItems().every(({ index }) => library.rowAt(index) !== undefined)
  }

  function release(): void {
    if (held === null) return
    held = null
    onSettled()
  }

  // Another list begins at its top.
  watch(() => library.order, release, { flush: 'sync' })
  // Looked at before anything follows the change, put right after everything has.
  watch(changes, look, { flush: 'sync' })
  watch(changes, restore, { flush: 'post' })
  // Whoever goes elsewhere is not held back.
  useEventListener(scroller, ['wheel', 'touchmove', 'pointerdown'], release, { passive: true })
  useEventListener(window, 'keydown', release)

  return { isHeld: () => held !== null }
}
