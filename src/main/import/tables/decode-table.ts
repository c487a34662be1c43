import { joinBytes } from '../join-bytes.ts'
import { HEAD_BYTES } from '../limits.ts'

/**
 * Turns the bytes of a table into text piece by piece. Tables state no encoding: a byte order mark decides, then
 * whether the beginning is UTF-8; what is neither was saved by a spreadsheet as Windows-1252.
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
    decoder = new TextDecoder(encodingOf(held))
    yield decoder.decode(held, { stream: true })
  }
  if (decoder === undefined && held.length === 0) return
  yield decoder === undefined ? new TextDecoder(encodingOf(held)).decode(held) : decoder.decode()
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  try {
    // The last character may be cut.
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}
