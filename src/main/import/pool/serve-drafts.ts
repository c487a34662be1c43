import { workerData, type MessagePort } from 'node:worker_threads'
import { appError } from '../../../shared/app-error.ts'
import { err, type Result } from '../../../shared/result.ts'
import { watchStopFlag } from '../../../shared/stop-flag.ts'
import type { PreparedArticle } from '../../archive/prepared-article.ts'
import type { Draft } from '../draft.ts'
import type { DraftMessage, ParseThreadData, ThreadMessage } from './messages.ts'

/**
 * The other end of the pool: prepares what comes in at a thread's port, in order, and answers each by itself. Asked to
 * stop, it begins no further draft and the thread ends.
 */
export function serveDrafts(port: MessagePort, prepare: (draft: Draft) => Result<PreparedArticle>): void {
  const send = (message: ThreadMessage): void => {
    port.postMessage(message)
  }
  const isStopped = watchStopFlag((workerData as ParseThreadData).stop)
  port.on('message', ({ drafts }: DraftMessage) => {
    for (const { id, draft } of drafts) {
      if (isStopped()) break
      send({ kind: 'prepared', id, result: prepareSafely(draft, prepare) })
    }
    if (isStopped()) port.close()
  })
  send({ kind: 'ready' })
}

/** A bug that one odd page brings to light costs that page, not the thread or the run. */
function prepareSafely(draft: Draft, prepare: (draft: Draft) => Result<PreparedArticle>): Result<PreparedArticle> {
  try {
    return prepare(draft)
  } catch (error) {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return err(appError('import/worker-crashed', { source: draft.source, cause }))
  }
}
