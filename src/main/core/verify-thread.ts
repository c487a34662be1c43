import { Worker } from 'node:worker_threads'
import { appError } from '../../shared/app-error.ts'
import type { VerifyReport } from '../../shared/model/safekeeping.ts'
import { err, type Result } from '../../shared/result.ts'
import type { JobControl } from '../archive/job-control.ts'

type Message =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'result'; readonly result: Result<VerifyReport> }

/**
 * Checks an archive in a thread of its own, so that the core serves others meanwhile and the check can be stopped
 * (`job/cancelled`): it only reads, so ending its thread harms nothing.
 */
export function verifyInThread(
  entry: string,
  file: string,
  { signal, onProgress }: Pick<JobControl, 'signal' | 'onProgress'>,
): Promise<Result<VerifyReport>> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(entry, { workerData: file })
    const end = (result: Result<VerifyReport>): void => {
      signal.removeEventListener('abort', stop)
      resolve(result)
      void thread.terminate()
    }
    const stop = (): void => {
      end(err(appError('job/cancelled')))
    }
    thread.on('message', (message: Message) => {
      if (message.kind === 'progress') onProgress(message.done, message.total)
      else end(message.result)
    })
    thread.on('error', reject)
    // After a result this changes nothing; without one the caller would wait for ever.
    thread.on('exit', (code) => reject(new Error(`the thread that verifies ended (${String(code)}) without a result`)))
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}
