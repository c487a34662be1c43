import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { appError, type AppError } from '../../../shared/app-error.ts'
import { err } from '../../../shared/result.ts'
import { createStopFlag } from '../../../shared/stop-flag.ts'
import { cpuTime } from './cpu-time.ts'
import { createItemTimer, type ItemTimer } from './item-timer.ts'
import { createJobQueue } from './job-queue.ts'
import type { DraftMessage, ParseThreadData, ThreadMessage } from './messages.ts'
import { buffersToMove, type ParseJob } from './parse-job.ts'

/**
 * MiB. Without limits a thread's heap doubles before it is collected (import.md). A flag of the process (`--max-old-space-size`)
 * would win over them. The tree of a page outlives small young generations: with 12 MiB a page takes 4 % longer.
 */
const HEAP = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 48 }

/** Milliseconds that a thread may take to finish the draft in hand when it is asked to stop; one that hangs is ended. */
const STOPPING_TIME = 3_000

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
  /** Begins the end of the thread, without `onEnd`; answers the jobs that are left. */
  readonly stop: () => { readonly left: readonly ParseJob[]; readonly ended: Promise<void> }
}

/** Starts a thread. It holds every job to its time, and ends when it crashes or is too slow. */
export function startParseThread({ entry, itemSeconds, onAnswer, onEnd }: ParseThreadOptions): ParseThread {
  const flag = createStopFlag()
  const workerData: ParseThreadData = { stop: flag.memory }
  const worker = new Worker(entry, { resourceLimits: HEAP, workerData })
  const queue = createJobQueue()
  const state = { isReady: false, begun: 0 }
  let ended = false
  let cause = ''

  const end = (errorOf: (source: string) => AppError): void => {
    if (ended) return
    ended = true
    timer.stop()
    void worker.terminate()
    const [inHand, ...unbegun] = queue.all()
    inHand?.resolve(err(errorOf(inHand.draft.source)))
    onEnd(thread, unbegun)
  }
  const timer = timeItems(worker, itemSeconds, { state, end })
  const watch = (): void => {
    if (queue.load().jobs === 0 || ended) timer.stop()
    else timer.restart()
  }
  worker.on('message', (message: ThreadMessage) => {
    if (ended) return
    state.begun = message.cpu
    if (message.kind === 'ready') state.isReady = true
    else {
      queue.remove(message.id)?.resolve(message.result)
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
    take: (jobs) => {
      const idle = queue.load().jobs === 0
      queue.add(jobs)
      const message: DraftMessage = { drafts: jobs.map(({ id, draft }) => ({ id, draft })) }
      worker.postMessage(message, buffersToMove(jobs))
      if (idle) watch()
    },
    load: queue.load,
    stop: () => {
      ended = true
      timer.stop()
      flag.raise()
      // One without work looks at the flag when a message comes.
      worker.postMessage({ drafts: [] } satisfies DraftMessage)
      return { left: queue.all(), ended: endInTime(worker) }
    },
  }
  return thread
}

/** What a timer goes by: whether the thread is loaded, and its processor time when it began the item in hand. */
interface Timed {
  readonly state: { readonly isReady: boolean; readonly begun: number }
  readonly end: (errorOf: (source: string) => AppError) => void
}

function timeItems(worker: Worker, seconds: number, { state, end }: Timed): ItemTimer {
  return createItemTimer({
    seconds,
    isReady: () => state.isReady,
    spent: async () => (cpuTime(await worker.cpuUsage()) - state.begun) / 1_000_000,
    onTooSlow: (limit) => {
      end((source) => appError('import/too-slow', { source, seconds: limit }))
    },
  })
}

async function endInTime(worker: Worker): Promise<void> {
  const exited = new Promise((resolve) => worker.once('exit', resolve))
  await Promise.race([exited, sleep(STOPPING_TIME, undefined, { ref: false })])
  await worker.terminate()
}
