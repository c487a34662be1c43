/**
 * A wish to stop that a busy thread sees between two units of its work. A thread is asked, never ended from outside,
 * while it may be in the middle of native code: Node ends the whole process when a thread is ended between making and
 * using a compressor, and so does SQLite's binding in the middle of reading rows.
 */
export interface StopFlag {
  /** Memory to hand to the thread. */
  readonly memory: SharedArrayBuffer
  readonly raise: () => void
}

/** A flag that is down. */
export function createStopFlag(): StopFlag {
  const memory = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const flag = new Int32Array(memory)
  return {
    memory,
    raise: () => {
      Atomics.store(flag, 0, 1)
    },
  }
}

/** The thread's side of a flag: whether it was raised. */
export function watchStopFlag(memory: SharedArrayBuffer): () => boolean {
  const flag = new Int32Array(memory)
  return () => Atomics.load(flag, 0) === 1
}
