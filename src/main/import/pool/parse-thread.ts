import { Worker } from 'node:worker_threads'
import { appError, type AppError } from '../../../shared/app-error.ts'
import { err } from '../../../shared/result.ts'
import { unpackResult, type DraftMessage, type ThreadMessage } from './messages.ts'
import { buffersToMove, type ParseJob } from './parse-job.ts'

/** MiB. Without limits a thread's heap doubles before it is collected (import.md). */
const HEAP = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 }

/** Seconds that loading the extractors and dictionaries may take on a busy machine, besides the first item's own. */
const START_SECONDS = 20

/**
 * Milliseconds that a late answer gets after its time is up: when our own thread was busy, the timer fires before the
 * answer that has long been waiting is taken from the port.
 */
const GRACE = 250

/** How a thread is started, and whom it tells. */
export interface ParseThreadOptions {
  readonly entry: string | URL
  readonly itemSeconds: number
  /** A job is answered; there is room for another. */
  readonly onAnswer: (thread: ParseThread) => void
  /** The thread crashed or was too slow; the job in hand has failed, these behind it were not begun. */
  readonly onEnd: (thread: ParseThread, unbegun: readonly ParseJob[]) => void
}

/** One thread of the pool. */
export interface ParseThread {
  /** Puts jobs at the end of the thread's work. */
  readonly take: (jobs: readonly ParseJob[]) => void
  /** Jobs and bytes that lie at the thread. */
  readonly load: () => { readonly jobs: number; readonly bytes: number }
  /** Ends the thread without `onEnd`; answers the jobs that are left. */
  readonly stop: () => Promise<readonly ParseJob[]>
}

/** Starts a thread. It holds every job to its time, and ends when it crashes or is too slow. */
export function startParseThread({ entry, itemSeconds, onAnswer, onEnd }: ParseThreadOptions): ParseThread {
  const worker = new Worker(entry, { resourceLimits: HEAP })
  // In the order sent, which is the order answered.
  const jobs = new Map<number, ParseJob>()
  let bytes = 0
  let ready = false
  let ended = false
  let timer: NodeJS.Timeout | undefined
  let cause = ''

  const watch = (): void => {
    clearTimeout(timer)
    if (jobs.size === 0 || ended) return
    const seconds = ready ? itemSeconds : itemSeconds + START_SECONDS
    const tooSlow = (): void => {
      end((source) => appError('import/too-slow', { source, seconds: itemSeconds }))
    }
    timer = setTimeout(() => (timer = setTimeout(tooSlow, GRACE)), seconds * 1000)
  }
  const end = (errorOf: (source: string) => AppError): void => {
    if (ended) return
    ended = true
    clearTimeout(timer)
    void worker.terminate()
    const [inHand, ...unbegun] = jobs.values()
    inHand?.resolve(err(errorOf(inHand.draft.source)))
    onEnd(thread, unbegun)
  }
  worker.on('message', (message: ThreadMessage) => {
    if (ended) return
    if (message.kind === 'ready') ready = true
    const job = message.kind === 'prepared' ? jobs.get(message.id) : undefined
    if (message.kind === 'prepared' && job !== undefined) {
      jobs.delete(job.id)
      bytes -= job.bytes
      job.resolve(unpackResult(message.result))
      onAnswer(thread)
    }
    watch()
  })
  worker.on('error', (error: unknown) => {
    // The end comes with `exit`: only then are all answers given before the crash taken from the port.
    cause = error instanceof Error ? error.message : String(error)
  })
  worker.on('exit', (code) => {
    end((source) => appError('import/worker-crashed', { source, cause: cause || `exit ${String(code)}` }))
  })

  const thread: ParseThread = {
    take: (taken) => {
      const idle = jobs.size === 0
      for (const job of taken) {
        jobs.set(job.id, job)
        bytes += job.bytes
      }
      const message: DraftMessage = { drafts: taken.map(({ id, draft }) => ({ id, draft })) }
      worker.postMessage(message, buffersToMove(taken))
      if (idle) watch()
    },
    load: () => ({ jobs: jobs.size, bytes }),
    stop: async () => {
      ended = true
      clearTimeout(timer)
      await worker.terminate()
      return [...jobs.values()]
    },
  }
  return thread
}
