/** Work that must not overlap, one after another. */
export interface Turns {
  /** Runs when everything taken before has ended, well or badly. */
  readonly take: <Value>(work: () => Promise<Value>) => Promise<Value>
  /** Comes back when what was taken so far has ended. */
  readonly ended: () => Promise<void>
}

/** Nothing waits yet. */
export function createTurns(): Turns {
  let last: Promise<void> = Promise.resolve()
  return {
    take: (work) => {
      const done = last.then(work)
      last = done.then(
        () => undefined,
        () => undefined,
      )
      return done
    },
    ended: () => last,
  }
}
