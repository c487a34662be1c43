import type { ParseJob } from './parse-job.ts'

/** Jobs that lie at a thread, in the order sent, which is the order answered. */
export interface JobQueue {
  readonly add: (jobs: readonly ParseJob[]) => void
  /** Takes a job out by its id; undefined when it is not there. */
  readonly remove: (id: number) => ParseJob | undefined
  /** Number of jobs, and their bytes. */
  readonly load: () => { readonly jobs: number; readonly bytes: number }
  readonly all: () => readonly ParseJob[]
}

/** Creates an empty queue. */
export function createJobQueue(): JobQueue {
  const jobs = new Map<number, ParseJob>()
  let bytes = 0
  return {
    add: (added) => {
      for (const job of added) {
        jobs.set(job.id, job)
        bytes += job.bytes
      }
    },
    remove: (id) => {
      const job = jobs.get(id)
      jobs.delete(id)
      bytes -= job?.bytes ?? 0
      return job
    },
    load: () => ({ jobs: jobs.size, bytes }),
    all: () => [...jobs.values()],
  }
}
