/** Reads bytes of a stream by lines and lengths, holding no more than a piece and what is asked for. */
export interface ByteReader {
  /** The next line as Latin-1 without its line end, at most `limit` bytes of it; null at the end of the stream. */
  readonly line: (limit: number) => Promise<string | null>
  /** The next `length` bytes; fewer only at the end of the stream. */
  readonly take: (length: number) => Promise<Uint8Array>
  /** Passes by `length` bytes without keeping them; answers how many there were. */
  readonly skip: (length: number) => Promise<number>
}

/** Creates a reader over a stream. */
export function createByteReader(stream: AsyncIterable<Uint8Array>): ByteReader {
  const iterator = stream[Symbol.asyncIterator]()
  let piece: Uint8Array = new Uint8Array()
  let at = 0
  const fill = async (): Promise<boolean> => {
    while (at >= piece.length) {
      const next = await iterator.next()
      if (next.done === true) return false
      piece = next.value
      at = 0
    }
    return true
  }
  const skip = async (length: number): Promise<number> => {
    let left = length
    while (left > 0 && (await fill())) {
      const step = Math.min(left, piece.length - at)
      at += step
      left -= step
    }
    return length - left
  }
  return {
    skip,
    line: async (limit) => {
      let line = ''
      if (!(await fill())) return null
      do {
        const end = piece.indexOf(0x0a, at)
        const stop = end < 0 ? piece.length : end
        if (line.length < limit) {
          const most = Math.min(stop, at + limit - line.length)
          line += Buffer.from(piece.buffer, piece.byteOffset + at, most - at).toString('latin1')
        }
        at = end < 0 ? stop : stop + 1
        if (end >= 0) break
      } while (await fill())
      return line.replace(/\r$/, '')
    },
    take: async (length) => {
      const pieces: Uint8Array[] = []
      let left = length
      while (left > 0 && (await fill())) {
        const step = Math.min(left, piece.length - at)
        // A stream may use its buffer again.
        pieces.push(piece.slice(at, at + step))
        at += step
        left -= step
      }
      return new Uint8Array(Buffer.concat(pieces))
    },
  }
}
