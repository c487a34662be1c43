import { parentPort, workerData } from 'node:worker_threads'
import { watchStopFlag } from '../shared/stop-flag.ts'
import { verifyFile } from './core/verify-file.ts'
import type { VerifyStart } from './core/verify-thread.ts'

// Entry of the thread that checks an archive: minutes of work that must neither stop the core nor wait for its end.
if (parentPort === null) throw new Error('verify-worker is the entry of a thread')
const port = parentPort
const { file, stop } = workerData as VerifyStart
const INTERVAL = 100
let last = 0
const onProgress = (done: number, total: number): void => {
  if (Date.now() - last < INTERVAL) return
  last = Date.now()
  port.postMessage({ kind: 'progress', done, total })
}
const result = verifyFile(file, onProgress, watchStopFlag(stop))
port.postMessage({ kind: 'result', result })
