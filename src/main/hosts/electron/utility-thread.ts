import { dirname, join } from 'node:path'
import { utilityProcess } from 'electron'
import type { StartThread } from '../thread.ts'

/**
 * A process of its own for each thread, so that a crash of native code never takes the window down. What it is started
 * with goes as its last argument. One whose memory is bounded is a thread in such a process (`bounded-worker.ts`).
 */
export const startUtilityThread: StartThread = (entry, { data, memory }) => {
  const serviceName = 'Offprint archive'
  const child =
    memory === undefined
      ? utilityProcess.fork(entry, data === undefined ? [] : [JSON.stringify(data)], { serviceName })
      : utilityProcess.fork(join(dirname(entry), 'bounded-worker.js'), [entry, String(memory)], { serviceName })
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
