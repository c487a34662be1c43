import type { JobControl } from '../../src/main/archive/job-control.ts'

/** Steers nothing: work runs to its end, and others get their turn in between. */
export const unsteered: JobControl = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
  pause: () => Promise.resolve(),
}
