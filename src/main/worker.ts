import { extname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { CorePort } from '../shared/ipc/message.ts'
import { parseThreadStart } from '../shared/ipc/thread-start.ts'
import { openCoreThread } from './core/open-core-thread.ts'

/**
 * Entry of the core's threads: `core` writes, `lists` and `search` only read. The same file runs as a worker thread
 * (browser host, tests) and as Electron's utility process, whose port wraps each message in an event.
 */
function findPort(): CorePort {
  const electron = (process as { parentPort?: ElectronPort }).parentPort
  if (electron !== undefined) {
    return {
      postMessage: (message) => {
        electron.postMessage(message)
      },
      onMessage: (listener) => {
        electron.on('message', ({ data }) => {
          listener(data)
        })
      },
    }
  }
  if (parentPort === null) throw new Error('worker.ts runs as a thread or utility process, not by itself')
  const port = parentPort
  return {
    postMessage: (message) => {
      port.postMessage(message)
    },
    onMessage: (listener) => {
      port.on('message', listener)
    },
  }
}

/** The part of Electron's `ParentPort` that is used. */
interface ElectronPort {
  readonly postMessage: (message: unknown) => void
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void
}

const parseWorker = join(import.meta.dirname, `parse-worker${extname(import.meta.filename)}`)

const port = findPort()
const start = parseThreadStart(workerData ?? process.argv.at(-1))
openCoreThread({ ...start, parseWorker }, port)
