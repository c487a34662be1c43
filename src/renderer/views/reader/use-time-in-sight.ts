import { onBeforeUnmount } from 'vue'

/** Counts how long something has been looked at. */
export interface TimeInSight {
  /** Counts from now; calls back once when that time is over. Again while it counts: nothing. */
  readonly begin: (milliseconds: number, over: () => void) => void
  readonly stop: () => void
}

/** How often it looks whether the window can be seen, ms. */
const TICK = 500

/** A clock that stands while the window is hidden. */
export function useTimeInSight(): TimeInSight {
  let timer: ReturnType<typeof setInterval> | undefined

  function stop(): void {
    clearInterval(timer)
    timer = undefined
  }

  onBeforeUnmount(stop)
  return {
    begin: (milliseconds, over) => {
      if (timer !== undefined) return
      let left = milliseconds
      timer = setInterval(() => {
        if (document.visibilityState === 'visible') left -= TICK
        if (left > 0) return
        stop()
        over()
      }, TICK)
    },
    stop,
  }
}
