import { useThrottleFn } from '@vueuse/core'
import { onBeforeUnmount, watch } from 'vue'
import { theHost } from '../../api.ts'
import { useFacets } from '../../stores/facets.ts'
import { useSearch } from '../../stores/search.ts'

/** Least time between two readings of the facets while the archive changes, milliseconds. */
const PAUSE = 2000

/** Keeps the facets those of the results on screen: of another search at once, of a changed archive now and then. */
export function useFacetReading(): void {
  const search = useSearch()
  const facets = useFacets()
  const readSoon = useThrottleFn(read, PAUSE, true)

  function read(): void {
    if (search.results.status === 'ready' && !search.results.typing) void facets.read(search.results.query)
  }

  watch(
    () => search.results,
    (results) => {
      if (results.status === 'idle') facets.clear()
      else read()
    },
    { immediate: true },
  )
  onBeforeUnmount(theHost().client.on('archive.changed', () => void readSoon()))
}
