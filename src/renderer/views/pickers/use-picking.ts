import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import type { Having } from './picker-items.ts'

/** What the articles at hand have, with what was just given or taken. */
export interface Picking {
  readonly known: ComputedRef<Having>
  /** Shows something as given to all, or taken from all, before the lists have been read again. */
  readonly change: (name: string, present: boolean) => void
}

/** Follows a picker: each time it opens or closes, what was read speaks again. */
export function usePicking(open: Ref<boolean>, having: () => Having): Picking {
  const changed = shallowRef<ReadonlyMap<string, boolean>>(new Map())
  const known = computed(() => {
    const now = new Map(having())
    for (const [name, present] of changed.value) {
      if (present) now.set(name, 'all')
      else now.delete(name)
    }
    return now
  })
  watch(open, () => (changed.value = new Map()))
  return {
    known,
    change: (name, present) => {
      changed.value = new Map(changed.value).set(name, present)
    },
  }
}
