import { joinBytes } from '../join-bytes.ts'

/** One line; `bytes` null when it is longer than allowed (its content was not kept). */
export interface Line {
  /** From 1. */
  readonly number: number
  /** Without its line feed and carriage return, in a buffer of its own. */
  readonly bytes: Uint8Array | null
  /** Bytes of the line, also when they were not kept. */
  readonly size: number
  /** Bytes of the source up to the end of the line. */
  readonly end: number
}

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d

/** Cuts a stream of bytes into lines, holding no more than one line; what is over the limit is passed by unkept. */
export async function* readLines(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let begun: Uint8Array[] = []
  let size = 0
  let number = 0
  let end = 0

  const keep = (piece: Uint8Array): void => {
    size += piece.length
    if (size > limit) begun = []
    else begun.push(piece)
  }
  const finish = (terminator: number): Line => {
    end += size + terminator
    number++
    const line = { number, bytes: size > limit ? null : joinLine(begun), size, end }
    begun = []
    size = 0
    return line
  }

  for await (const chunk of stream) {
    let from = 0
    for (;;) {
      const at = chunk.indexOf(LINE_FEED, from)
      if (at < 0) break
      keep(chunk.subarray(from, at))
      yield finish(1)
      from = at + 1
    }
    // A stream may use its buffer again for the next piece: what stays over to the next is copied.
    if (from < chunk.length) keep(new Uint8Array(chunk.subarray(from)))
  }
  if (size > 0) yield finish(0)
}

function joinLine(pieces: readonly Uint8Array[]): Uint8Array {
  const line = joinBytes(pieces)
  return line.at(-1) === CARRIAGE_RETURN ? line.slice(0, -1) : line
}
