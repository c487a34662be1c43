import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { keepPlace, keptPlace } from './kept-place.ts'
import type { Place } from './window-place.ts'

interface Trail {
  readonly places: readonly Place[]
  readonly at: number
}

/** Places kept to go back to. */
const LONGEST_TRAIL = 100
/** Where the window is when nothing says otherwise. */
export const HOME: Place = { view: 'library', scope: { kind: 'all' } }

/** Escape leads from a place that was reloaded to the library, as it led from there before. */
function beginning(): Trail {
  const kept = keptPlace()
  if (kept === null || kept.view === 'library') return { places: [kept ?? HOME], at: 0 }
  return { places: [HOME, kept], at: 1 }
}

/** Where the window is, with the way back and forward. Reloading comes back to the place, without the way to it. */
export const usePlace = defineStore('place', () => {
  const trail = shallowRef<Trail>(beginning())
  const here = computed<Place>(() => trail.value.places[trail.value.at] ?? HOME)
  watch(here, keepPlace)
  /** One step back; null at the beginning. */
  const before = computed<Place | null>(() => trail.value.places[trail.value.at - 1] ?? null)
  const canBack = computed(() => trail.value.at > 0)
  const canForward = computed(() => trail.value.at < trail.value.places.length - 1)

  /** Goes there; what lay forward is forgotten. The same place again is no step. */
  function go(place: Place): void {
    if (JSON.stringify(place) === JSON.stringify(here.value)) return
    const places = [...trail.value.places.slice(0, trail.value.at + 1), place].slice(-LONGEST_TRAIL)
    trail.value = { places, at: places.length - 1 }
  }

  /** Shows another place without a step of its own (the next article within the reader, an edited query). */
  function replace(place: Place): void {
    trail.value = { places: trail.value.places.with(trail.value.at, place), at: trail.value.at }
  }

  /** Begins anew at a place, for another archive. */
  function reset(place: Place): void {
    trail.value = { places: [place], at: 0 }
  }

  const back = (): void => move(-1)
  const forward = (): void => move(1)

  function move(step: number): void {
    const at = trail.value.at + step
    if (trail.value.places[at] !== undefined) trail.value = { places: trail.value.places, at }
  }

  return { here, before, canBack, canForward, go, replace, reset, back, forward }
})
