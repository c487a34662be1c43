/** Lets other requests of this thread be served before long work goes on. */
export function pause(): Promise<void> {
  return new Promise((resume) => setImmediate(resume))
}
