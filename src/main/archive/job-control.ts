import type { Cancellation } from './ports/cancellation.ts'

/** How long work is steered: it asks between two units of work, so a person's own change never waits for its end. */
export interface JobControl {
  /** What is done when it is given stays. */
  readonly signal: Cancellation
  /** Tells how far the work is, as often as it likes; `total` null while unknown. */
  readonly onProgress: (done: number, total: number | null) => void
  /** Lets other requests be served. */
  readonly pause: () => Promise<void>
}
