import { workerData, type MessagePort } from 'node:worker_threads'
import { appError } from '../../../shared/app-error.ts'
import { err, type Result } from '../../../shared/result.ts'
import { watchStopFlag } from '../../../shared/stop-flag.ts'
import type { PreparedArticle } from '../../archive/prepared-article.ts'
import type { Draft } from '../draft.ts'
import { cpuTime } from './cpu-time.ts'
import type { DraftMessage, ParseThreadData, ThreadMessage } from './messages.ts'

/** Prepares one draft; most are ready at once. */
type PrepareDraft = (draft: Draft) => Result<PreparedArticle> | Promise<Result<PreparedArticle>>

/**
 * The other end of the pool: prepares what comes in at a thread's port, in order, and answers each by itself. Asked to
 * stop, it begins no further draft and the thread ends.
 */
export function serveDrafts(port: MessagePort, prepare: PrepareDraft): void {
  const send = (message: ThreadMessage): void => {
    port.postMessage(message)
  }
  const isStopped = watchStopFlag((workerData as ParseThreadData).stop)
  const serve = async ({ drafts }: DraftMessage): Promise<void> => {
    for (const { id, draft } of drafts) {
      if (isStopped()) break
      const result = await prepareSafely(draft, prepare)
      send({ kind: 'prepared', id, result, cpu: cpuNow() })
    }
    if (isStopped()) port.close()
  }
  // A message that comes while a draft waits for its pages is served after it: drafts are answered in the order asked for.
  let served = Promise.resolve()
  port.on('message', (message: DraftMessage) => {
    served = served.then(() => serve(message))
  })
  send({ kind: 'ready', cpu: cpuNow() })
}

function cpuNow(): number {
  return cpuTime(process.threadCpuUsage())
}

/** A bug that one odd page brings to light costs that page, not the thread or the run. */
async function prepareSafely(draft: Draft, prepare: PrepareDraft): Promise<Result<PreparedArticle>> {
  try {
    return await prepare(draft)
  } catch (error) {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return err(appError('import/worker-crashed', { source: draft.source, cause }))
  }
}
