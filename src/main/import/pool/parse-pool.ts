import { availableParallelism } from 'node:os'
import { appError } from '../../../shared/app-error.ts'
import { err, type Result } from '../../../shared/result.ts'
import type { PreparedArticle } from '../../archive/prepared-article.ts'
import type { Draft } from '../draft.ts'
import { draftBytes, MOVED_BYTES, type ParseJob } from './parse-job.ts'
import { startParseThread, type ParseThread } from './parse-thread.ts'

/** A pool of threads that prepare articles. */
export interface ParsePool {
  /** Threads at most. */
  readonly size: number
  /** Prepares a draft in one of the threads; never rejects. A large draft's bytes are moved away from the caller. */
  readonly prepare: (draft: Draft) => Promise<Result<PreparedArticle>>
  /** Ends all threads, each after the draft in hand; what is not prepared by now is answered `import/cancelled`. */
  readonly close: () => Promise<void>
}

/** How a pool works. */
export interface ParsePoolOptions {
  /** The file that a thread runs: `parse-worker.ts` from sources, its built form in the product. */
  readonly entry: string | URL
  /** Threads; default: cores − 1, at least 1. */
  readonly size?: number
  /** Seconds of processor time that one item may take; default 10. */
  readonly itemSeconds?: number
}

/**
 * Work that lies ready at a thread: enough that it never waits while the core's thread stores a batch, and little
 * enough (2 MiB) that large pages are spread evenly over the threads.
 */
export const READY = { jobs: 160, bytes: 2 * 1024 * 1024 } as const

/**
 * Creates a pool; threads start when there is work for them and stay. A thread that crashes or takes too long over an
 * item is replaced: that item fails (`import/worker-crashed`, `import/too-slow`), what lay behind it is prepared by
 * others. How much waits here is the caller's to bound.
 */
export function createParsePool({ entry, itemSeconds = 10, ...options }: ParsePoolOptions): ParsePool {
  const size = options.size ?? Math.max(1, availableParallelism() - 1)
  const waiting: ParseJob[] = []
  const threads = new Set<ParseThread>()
  let lastId = 0
  let planned = false
  let closed = false

  const plan = (): void => {
    if (planned) return
    planned = true
    // After all that is asked for in this moment, so that it goes in one message.
    queueMicrotask(() => {
      planned = false
      while (waiting.length > 0 && !closed) {
        const thread = freestThread(threads)
        const chosen = thread === undefined || (thread.load().jobs > 0 && threads.size < size) ? open() : thread
        const batch = takeBatch(waiting, chosen, Math.ceil(waiting.length / size))
        if (batch.length === 0) return
        chosen.take(batch)
      }
    })
  }
  const open = (): ParseThread => {
    const onEnd = (ended: ParseThread, unbegun: readonly ParseJob[]): void => {
      threads.delete(ended)
      waiting.unshift(...unbegun)
      plan()
    }
    const thread = startParseThread({ entry, itemSeconds, onAnswer: plan, onEnd })
    threads.add(thread)
    return thread
  }

  return {
    size,
    prepare: (draft) =>
      new Promise((resolve) => {
        if (closed) {
          resolve(cancelled())
          return
        }
        waiting.push({ id: ++lastId, draft, bytes: draftBytes(draft), resolve })
        plan()
      }),
    close: async () => {
      closed = true
      const stopped = [...threads].map((thread) => thread.stop())
      threads.clear()
      const left = [...stopped.flatMap((thread) => thread.left), ...waiting.splice(0)]
      for (const job of left) job.resolve(cancelled())
      await Promise.all(stopped.map((thread) => thread.ended))
    },
  }
}

function freestThread(threads: ReadonlySet<ParseThread>): ParseThread | undefined {
  let freest: ParseThread | undefined
  for (const thread of threads) {
    if (freest === undefined || thread.load().bytes < freest.load().bytes) freest = thread
  }
  return freest
}

/** The next jobs for a thread, as many as it has room for; one whose bytes are moved only when the thread is idle. */
function takeBatch(waiting: ParseJob[], thread: ParseThread, most: number): readonly ParseJob[] {
  let { jobs, bytes } = thread.load()
  const batch: ParseJob[] = []
  for (let job = waiting[0]; job !== undefined && batch.length < most; job = waiting[0]) {
    const full = jobs >= READY.jobs || bytes + job.bytes > READY.bytes || job.bytes >= MOVED_BYTES
    if (jobs > 0 && full) break
    waiting.shift()
    batch.push(job)
    jobs++
    bytes += job.bytes
  }
  return batch
}

function cancelled(): Result<never> {
  return err(appError('import/cancelled'))
}
