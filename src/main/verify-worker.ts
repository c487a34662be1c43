import { parentPort, workerData } from 'node:worker_threads'
import { verifyFile } from './core/verify-file.ts'

// Entry of the thread that checks an archive: minutes of work that must neither stop the core nor wait for its end.
if (parentPort === null || typeof workerData !== 'string') throw new Error('verify-worker is the entry of a thread')
const port = parentPort
const INTERVAL = 100
let last = 0
const result = verifyFile(workerData, (done, total) => {
  if (Date.now() - last < INTERVAL) return
  last = Date.now()
  port.postMessage({ kind: 'progress', done, total })
})
port.postMessage({ kind: 'result', result })
