/** Requests of one window that are under way at once: more than ours ever asks, few enough that their answers fit in memory. */
export const MOST_REQUESTS = 256

/** Work that goes side by side up to a bound. */
export interface Lane {
  /** Runs at once, or when one of those before has ended, in the order of asking; nothing is refused and nothing dropped. */
  readonly take: <Value>(work: () => Promise<Value>) => Promise<Value>
}

/** At most `most` at once. */
export function createLane(most: number): Lane {
  const waiting: (() => void)[] = []
  let underWay = 0
  const leave = (): void => {
    const next = waiting.shift()
    if (next === undefined) underWay -= 1
    else next()
  }
  return {
    take: async (work) => {
      if (underWay < most) underWay += 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}
