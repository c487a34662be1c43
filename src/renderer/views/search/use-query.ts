import { watchDebounced } from '@vueuse/core'
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { usePlace } from '../../stores/place.ts'
import { useSearch } from '../../stores/search.ts'
import { useSettings } from '../../stores/settings.ts'
import { withRecent } from '../../stores/settings-values.ts'

/** How long typing rests before the query is searched whole, milliseconds. */
const REST = 450

/** The query of the search view, in the field and of the place. */
export interface ViewedQuery {
  /** The query of the place: what is shown is what it found, unless more is being typed. */
  readonly asked: ComputedRef<string>
  readonly typed: Ref<string>
  /** Searches whole, at once; remembered among the recent queries. */
  readonly run: (query: string) => void
  /** The same for what is typed; what typing has put there before is replaced. */
  readonly enter: () => void
  /** Whether the help on queries is open. */
  readonly isHelping: Ref<boolean>
}

/** Joins the field, the place and the search: first hits at every key, everything when typing rests or on Enter. */
export function useQuery(): ViewedQuery {
  const place = usePlace()
  const search = useSearch()
  const settings = useSettings()
  const asked = computed(() => (place.here.view === 'search' ? place.here.query : ''))
  const typed = ref(asked.value)
  const isHelping = ref(false)
  /** Whether the place's query got there by typing: more typing changes it, and is no step of its own. */
  let isDraft = false

  watch(
    asked,
    (query) => {
      // A space being typed at the end is no other query.
      if (typed.value.trim() !== query.trim()) typed.value = query
      void search.run(query)
    },
    { immediate: true },
  )
  watch(typed, (query) => {
    if (query.trim() !== asked.value.trim()) void search.type(query.trim())
    else void search.stopTyping(asked.value)
  })
  watchDebounced(
    typed,
    (query) => {
      const settled = query.trim()
      if (settled === asked.value.trim() || settled === '' || place.here.view !== 'search') return
      put(settled)
      isDraft = true
    },
    { debounce: REST },
  )

  function put(query: string): void {
    if (isDraft || asked.value === '') place.replace({ view: 'search', query })
    else place.go({ view: 'search', query })
  }

  function run(query: string): void {
    isDraft = false
    start(query)
  }

  function start(query: string): void {
    const wanted = query.trim()
    isHelping.value = false
    typed.value = query
    void settings.set({ recentQueries: withRecent(settings.values.recentQueries, wanted) })
    if (wanted === asked.value.trim()) void search.run(asked.value)
    else put(wanted)
    isDraft = false
  }

  return {
    asked,
    typed,
    run,
    enter: () => {
      start(typed.value)
    },
    isHelping,
  }
}
