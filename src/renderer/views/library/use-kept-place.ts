import type { Virtualizer } from '@tanstack/vue-virtual'
import { watch, type Ref } from 'vue'
import { useLibrary } from '../../stores/library.ts'
import { useSettings } from '../../stores/settings.ts'

/** The uppermost row in sight, and how much of it is above the edge, CSS pixels. */
interface Seen {
  readonly index: number
  readonly within: number
}

/** How long a place is held, in frames: short enough not to be in the way of a turn of the wheel. */
const FRAMES = 6

/** Keeps what is in sight where it stands when rows come or go above it, headings change, or rows get another height. */
export function useKeptPlace(virtualizer: Ref<Virtualizer<HTMLElement, Element>>): void {
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
    hold(held, FRAMES)
  }

  /** Rows that are drawn for the first time turn out higher or lower than was thought, so it takes a few frames. */
  function hold(place: Seen, frames: number): void {
    if (place !== held) return
    const row = virtualizer.value.measurementsCache[place.index]
    if (row === undefined || frames === 0) {
      held = null
      return
    }
    const wanted = row.start + Math.min(place.within, row.size)
    if (Math.abs(wanted - (virtualizer.value.scrollOffset ?? 0)) >= 1) virtualizer.value.scrollToOffset(wanted)
    requestAnimationFrame(() => hold(place, frames - 1))
  }

  // Another list begins at its top.
  watch(
    () => library.order,
    () => (held = null),
    { flush: 'sync' },
  )
  // Looked at before anything follows the change, put right after everything has.
  watch(changes, look, { flush: 'sync' })
  watch(changes, restore, { flush: 'post' })
}
