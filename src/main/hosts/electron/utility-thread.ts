import { utilityProcess } from 'electron'
import type { StartThread } from '../thread.ts'

/**
 * A process of its own for each thread, so that a crash of native code never takes the window down. What it is started
 * with goes as its last argument. Its memory cannot be bounded from here; that it is a process bounds the harm.
 */
export const startUtilityThread: StartThread = (entry, { data }) => {
  const child = utilityProcess.fork(entry, data === undefined ? [] : [JSON.stringify(data)], {
    serviceName: 'Offprint archive',
  })
  let hasEnded = false
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      hasEnded = true
      resolve()
    })
  })
  // Without a listener the error would end the host; that the process exits is told next.
  child.on('error', () => undefined)
  return {
    postMessage: (message) => {
      child.postMessage(message)
    },
    onMessage: (listener) => {
      child.on('message', listener)
    },
    onExit: (listener) => {
      child.on('exit', listener)
    },
    end: async () => {
      if (hasEnded) return
      // One that is only just starting has no process yet to end.
      if (!child.kill()) child.once('spawn', () => child.kill())
      await ended
    },
  }
}
