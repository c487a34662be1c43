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
  let isSilent = false
  const timer = setTimeout(() => {
    isSilent = true
    input.destroy()
  }, PATIENCE)
  try {
    for await (const piece of input as AsyncIterable<Uint8Array>) {
      clearTimeout(timer)
      yield piece
    }
  } catch (error) {
    if (!isSilent) throw error
  } finally {
    clearTimeout(timer)
  }
  if (isSilent) throw Object.assign(new Error(`nothing is written to ${path}`), { code: 'no-writer' })
}

function openFifo(path: string): Socket {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  return new Socket({ fd, readable: true, writable: false })
}
