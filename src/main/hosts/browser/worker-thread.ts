import { Worker } from 'node:worker_threads'
import type { StartThread } from '../thread.ts'

/** Threads of this process. */
export const startWorkerThread: StartThread = (entry, { data, memory, heap, background = false }) => {
  const limits = {
    ...(memory === undefined ? {} : { maxOldGenerationSizeMb: memory }),
    ...(heap?.old === undefined ? {} : { maxOldGenerationSizeMb: heap.old }),
    ...(heap === undefined ? {} : { maxYoungGenerationSizeMb: heap.young }),
  }
  const worker = new Worker(entry, {
    ...(data === undefined ? {} : { workerData: data }),
    resourceLimits: limits,
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
