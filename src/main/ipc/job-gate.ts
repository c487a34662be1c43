/** Where a job waits while a person lets it. */
export interface Gate {
  readonly close: (closed: boolean) => void
  readonly isClosed: () => boolean
  /** Comes when the gate is open, or the signal given. */
  readonly passed: () => Promise<void>
}

/** An open gate; one that is to stop never waits at it. */
export function createGate(signal: AbortSignal): Gate {
  let waiting: PromiseWithResolvers<void> | null = null
  const open = (): void => {
    waiting?.resolve()
    waiting = null
  }
  signal.addEventListener('abort', open, { once: true })
  return {
    close: (closed) => {
      if (!closed) open()
      else if (!signal.aborted) waiting ??= Promise.withResolvers()
    },
    isClosed: () => waiting !== null,
    passed: () => waiting?.promise ?? Promise.resolve(),
  }
}
