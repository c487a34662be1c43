import { constants, createReadStream, openSync, statSync } from 'node:fs'
import { Socket } from 'node:net'

/** Milliseconds that a named pipe may stay silent before its first byte: nobody may ever write to it. */
const PATIENCE = 10_000

/**
 * The bytes of a pipe or device. A named pipe is opened without waiting for a writer, since a thread that waits there
 * can neither be stopped nor let the program end; one that stays silent fails as unreadable (`no-writer`).
 */
export async function* readPipe(path: string): AsyncGenerator<Uint8Array> {
  const input = statSync(path).isFIFO() ? openFifo(path) : createReadStream(path)
  const silence = new AbortController()
  const timer = setTimeout(() => {
    silence.abort()
    input.destroy()
  }, PATIENCE)
  try {
    for await (const piece of input as AsyncIterable<Uint8Array>) {
      clearTimeout(timer)
      yield piece
    }
  } catch (error) {
    if (!silence.signal.aborted) throw error
  } finally {
    clearTimeout(timer)
  }
  if (silence.signal.aborted) throw Object.assign(new Error(`nothing is written to ${path}`), { code: 'no-writer' })
}

function openFifo(path: string): Socket {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  return new Socket({ fd, readable: true, writable: false })
}
