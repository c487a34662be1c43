import { Worker } from 'node:worker_threads'
import type { VerifyReport } from '../../shared/model/safekeeping.ts'
import type { Result } from '../../shared/result.ts'
import { createStopFlag } from '../../shared/stop-flag.ts'
import type { JobControl } from '../archive/job-control.ts'

/** What the thread starts with; `stop` is a `StopFlag`'s memory. */
export interface VerifyStart {
  readonly file: string
  readonly stop: SharedArrayBuffer
}

type Message =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: Result<VerifyReport> }

/**
 * Checks an archive in a thread of its own, so that the core serves others meanwhile. Asked to stop, the thread ends by
 * itself before the next item (`job/cancelled`); SQLite's own checks, some seconds each, are not interrupted. Comes
 * back when the thread has ended, so that nobody ends it in the middle of a call by closing the core.
 */
export function verifyInThread(
  entry: string,
  file: string,
  { signal, onProgress }: Pick<JobControl, 'signal' | 'onProgress'>,
): Promise<Result<VerifyReport>> {
  const flag = createStopFlag()
  if (signal.aborted) flag.raise()
  signal.addEventListener('abort', flag.raise, { once: true })
  const checked = new Promise<Result<VerifyReport>>((resolve, reject) => {
    const thread = new Worker(entry, { workerData: { file, stop: flag.memory } satisfies VerifyStart })
    let result: Result<VerifyReport> | undefined
    thread.on('message', (message: Message) => {
      if (message.kind === 'progress') onProgress(message.done, message.total)
      else result = message.result
    })
    thread.on('error', reject)
    thread.on('exit', (code) => {
      if (result === undefined) reject(new Error(`the thread that verifies ended (${String(code)}) without a result`))
      else resolve(result)
    })
  })
  return checked.finally(() => {
    signal.removeEventListener('abort', flag.raise)
  })
}
