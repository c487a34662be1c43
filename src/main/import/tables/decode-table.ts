import { joinBytes } from '../join-bytes.ts'
import { HEAD_BYTES } from '../limits.ts'

/** Bytes of a character in UTF-8 at most, less one: so much of one may be cut at the end of a piece. */
const CUT = 3

/**
 * Turns the bytes of a table into text piece by piece. Tables state no encoding: a byte order mark decides, then
 * whether the first stretch that is more than ASCII is UTF-8; what is neither was saved by a spreadsheet as Windows-1252.
 */
export async function* decodeTable(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let held: Uint8Array = new Uint8Array()
  for await (const piece of stream) {
    if (decoder !== undefined) {
      yield decoder.decode(piece, { stream: true })
      continue
    }
    held = joinBytes([held, piece])
    if (held.length < HEAD_BYTES) continue
    const plain = asciiLength(held)
    if (plain >= held.length - CUT) {
      yield new TextDecoder().decode(held.subarray(0, plain))
      held = held.slice(plain)
      continue
    }
    decoder = new TextDecoder(encodingOf(held, true))
    yield decoder.decode(held, { stream: true })
  }
  if (decoder === undefined && held.length === 0) return
  yield decoder === undefined ? new TextDecoder(encodingOf(held, false)).decode(held) : decoder.decode()
}

function asciiLength(bytes: Uint8Array): number {
  const end = bytes.findIndex((byte) => byte > 127)
  return end < 0 ? bytes.length : end
}

function encodingOf(start: Uint8Array, isCut: boolean): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: isCut })
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}
