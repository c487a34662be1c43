/** Holds a thread to the time that one item may take. */
export interface ItemTimer {
  /** Begins the time of the next item; the one before is done. */
  readonly restart: () => void
  /** There is nothing to be held to any more. */
  readonly stop: () => void
}

/** What a timer goes by. */
export interface ItemTimerOptions {
  /** Seconds of processor time that one item may take. */
  readonly seconds: number
  /** Whether the thread is loaded; until then its own start has time besides. */
  readonly isReady: () => boolean
  /** Asks the thread for the seconds of processor time of the item in hand; a thread deep in one call answers late or never. */
  readonly spent: () => Promise<number>
  /** Called at most once for an item, with the limit that it passed. */
  readonly onTooSlow: (seconds: number) => void
}

/** Seconds that loading the extractors and dictionaries may take on a busy machine, besides the first item's own. */
const START_SECONDS = 20

/**
 * An item may wait so many times as long as it may work: on a computer with much else to do a page of three seconds is
 * not too slow, and one that waits for what never comes is.
 */
export const MOST_WAITED = 12

/**
 * Milliseconds that a late answer gets after its time is up: when our own thread was busy, the timer fires before the
 * answer that has long been waiting is taken from the port.
 */
const GRACE = 250

/** Creates a timer for the items of a thread, one after the other. */
export function createItemTimer({ seconds, isReady, spent, onTooSlow }: ItemTimerOptions): ItemTimer {
  let check: NodeJS.Timeout | undefined
  let wait: NodeJS.Timeout | undefined
  let item = 0
  const stop = (): void => {
    item++
    clearTimeout(check)
    clearTimeout(wait)
  }
  const lookAfter = (time: number, limit: number): void => {
    const own = item
    const look = async (): Promise<void> => {
      const used = await spent()
      if (own !== item) return
      if (used < limit) lookAfter(limit - used, limit)
      else onTooSlow(seconds)
    }
    // A thread that is gone has nothing to tell, and its end is told elsewhere.
    check = setTimeout(() => void look().catch(() => undefined), time * 1000 + GRACE)
  }
  return {
    restart: () => {
      stop()
      const limit = isReady() ? seconds : seconds + START_SECONDS
      lookAfter(limit, limit)
      wait = setTimeout(() => onTooSlow(seconds * MOST_WAITED), limit * MOST_WAITED * 1000)
    },
    stop,
  }
}
