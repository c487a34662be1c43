import { onBeforeUnmount, shallowRef, watch, type ShallowRef } from 'vue'

/** Longest wait for an idle moment, milliseconds. */
const PATIENCE = 500

/** Follows a value whenever the window has nothing more urgent to draw; it begins as `first`. */
export function useWhenIdle<Value>(source: () => Value, first: Value): Readonly<ShallowRef<Value>> {
  const value: ShallowRef<Value> = shallowRef(first)
  let handle = 0

  watch(
    source,
    () => {
      cancelIdleCallback(handle)
      handle = requestIdleCallback(() => (value.value = source()), { timeout: PATIENCE })
    },
    { immediate: true },
  )
  onBeforeUnmount(() => cancelIdleCallback(handle))

  return value
}
