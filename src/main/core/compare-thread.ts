import { Worker } from 'node:worker_threads'
import type { CompareTexts } from '../archive/compare-versions.ts'

/** Compares texts in a thread of its own for each comparison; `entry` is `compare-worker.ts`, or its built form. */
export function compareInThread(entry: string): CompareTexts {
  return (from, to) =>
    new Promise((resolve, reject) => {
      const thread = new Worker(entry, { workerData: { from, to } })
      thread.once('message', resolve)
      thread.once('error', reject)
      thread.once('exit', (code) => {
        reject(new Error(`the thread that compares ended (${String(code)}) without a result`))
      })
    })
}
