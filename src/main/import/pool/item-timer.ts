/** Holds a thread to the time that one item may take. */
export interface ItemTimer {
  /** Begins the time of the next item; the one before is done. */
  readonly restart: () => void
  /** There is nothing to be held to any more. */
  readonly stop: () => void
}

/** Seconds that loading the extractors and dictionaries may take on a busy machine, besides the first item's own. */
const START_SECONDS = 20

/**
 * Milliseconds that a late answer gets after its time is up: when our own thread was busy, the timer fires before the
 * answer that has long been waiting is taken from the port.
 */
const GRACE = 250

/** Creates a timer for items of so many seconds; until `isReady`, the thread's own start has time besides. */
export function createItemTimer(seconds: number, isReady: () => boolean, onTooSlow: () => void): ItemTimer {
  let timer: NodeJS.Timeout | undefined
  const grace = (): void => {
    timer = setTimeout(onTooSlow, GRACE)
  }
  const stop = (): void => {
    clearTimeout(timer)
  }
  return {
    restart: () => {
      stop()
      timer = setTimeout(grace, (isReady() ? seconds : seconds + START_SECONDS) * 1000)
    },
    stop,
  }
}
