import { readonly, ref, type Ref } from 'vue'

/** Whether work is under way; `slow` = so long that it is worth a word. */
export type Busy = 'no' | 'running' | 'slow'

/** Milliseconds after which running work is told (DESIGN.md). */
const SLOW_AFTER = 200

/** Tells that work is under way, and that it takes long: call `start` and `end`. */
export function createBusy(): {
  readonly busy: Readonly<Ref<Busy>>
  readonly start: () => void
  readonly end: () => void
} {
  const busy = ref<Busy>('no')
  let timer: ReturnType<typeof setTimeout> | undefined

  function start(): void {
    clearTimeout(timer)
    if (busy.value === 'no') busy.value = 'running'
    timer = setTimeout(() => (busy.value = 'slow'), SLOW_AFTER)
  }

  function end(): void {
    clearTimeout(timer)
    busy.value = 'no'
  }

  return { busy: readonly(busy), start, end }
}
