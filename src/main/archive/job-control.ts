/** How long work is steered: it asks between two units of work, so a person's own change never waits for its end. */
export interface JobControl {
  /** True once cancelled; what is done by then stays. An `AbortSignal` fits. */
  readonly signal: { readonly aborted: boolean }
  /** Tells how far the work is; `total` null while unknown. Called at most a few times a second by contract of core. */
  readonly onProgress: (done: number, total: number | null) => void
  /** Lets other requests be served. */
  readonly pause: () => Promise<void>
}
