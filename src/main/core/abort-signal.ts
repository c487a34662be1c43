import type { Cancellation } from '../archive/ports/cancellation.ts'

/** A real `AbortSignal` for rooms that combine signals; what is one already is handed through. */
export function abortSignalOf(wish: Cancellation): AbortSignal {
  if (wish instanceof AbortSignal) return wish
  const controller = new AbortController()
  const abort = (): void => {
    controller.abort()
  }
  if (wish.aborted) abort()
  else wish.addEventListener('abort', abort, { once: true })
  return controller.signal
}
