import { computed, readonly, shallowRef, watch, type Ref } from 'vue'
import { useLibrary } from '../stores/library.ts'
import { useOverview } from '../stores/overview.ts'
import { usePlace } from '../stores/place.ts'

/** Longest wait for an idle moment after it, milliseconds. */
const PATIENCE = 500

/**
 * Whether the window has shown its first view with what it holds. What no window begins with is fetched and made after
 * that: before, it would take the time of whoever opens the archive and draws the first rows.
 */
export function useFirstPicture(): Readonly<Ref<boolean>> {
  const overview = useOverview()
  const library = useLibrary()
  const place = usePlace()
  const isShown = shallowRef(false)
  const hasCome = computed(() => {
    if (overview.state.status === 'loading') return false
    const isLibrary = overview.state.status === 'open' && place.here.view === 'library'
    return !isLibrary || library.total !== null || library.error !== null
  })
  const stop = watch(
    hasCome,
    (come) => {
      if (!come) return
      requestIdleCallback(() => (isShown.value = true), { timeout: PATIENCE })
      queueMicrotask(() => stop())
    },
    { immediate: true },
  )
  return readonly(isShown)
}
