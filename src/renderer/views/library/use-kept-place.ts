import type { Virtualizer } from '@tanstack/vue-virtual'
import { watch, type Ref } from 'vue'
import { useLibrary } from '../../stores/library.ts'
import { useSettings } from '../../stores/settings.ts'

/** The uppermost row in sight, and how much of it is above the edge, CSS pixels. */
interface Seen {
  readonly index: number
  readonly within: number
}

/** Keeps what is in sight where it stands when rows come or go above it, headings change, or rows get another height. */
export function useKeptPlace(virtualizer: Ref<Virtualizer<HTMLElement, Element>>): void {
  const library = useLibrary()
  const settings = useSettings()
  let seen: Seen | null = null
  let known = library.moved
  const changes = [() => library.periods, () => library.moved, () => settings.values.density]

  function look(): void {
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
    const row = virtualizer.value.measurementsCache[before.index + shift]
    if (row !== undefined) virtualizer.value.scrollToOffset(row.start + Math.min(before.within, row.size))
  }

  // Looked at before anything follows the change, put right after everything has.
  watch(changes, look, { flush: 'sync' })
  watch(changes, restore, { flush: 'post' })
}
