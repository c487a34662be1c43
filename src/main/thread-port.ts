import { parentPort } from 'node:worker_threads'

/** A thread's end of the pipe to its host. */
export interface ThreadPort {
  readonly postMessage: (message: unknown) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
}

/** The part of Electron's `ParentPort` that is used. */
interface ElectronPort {
  readonly postMessage: (message: unknown) => void
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void
}

/**
 * The port of an entry that runs as a worker thread (browser host, tests) or as Electron's utility process, whose port
 * wraps each message in an event.
 */
export function findThreadPort(): ThreadPort {
  // A thread within a utility process is a thread first.
  if (parentPort !== null) {
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
  const electron = (process as { parentPort?: ElectronPort }).parentPort
  if (electron === undefined) throw new Error('this file runs as a thread or utility process, not by itself')
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
