import { Worker } from 'node:worker_threads'
import type { StartThread } from '../thread.ts'

/** Threads of this process. */
export const startWorkerThread: StartThread = (entry, { data, memory, background = false }) => {
  const worker = new Worker(entry, {
    ...(data === undefined ? {} : { workerData: data }),
    ...(memory === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: memory } }),
  })
  // Without a listener a thread's error would end the host with it; that the thread exits is told next.
  worker.on('error', () => undefined)
  if (background) worker.unref()
  return {
    postMessage: (message) => {
      worker.postMessage(message)
    },
    onMessage: (listener) => {
      worker.on('message', listener)
    },
    onExit: (listener) => {
      worker.on('exit', listener)
    },
    end: async () => {
      await worker.terminate()
    },
  }
}
