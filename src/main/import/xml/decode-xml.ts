import { joinBytes } from '../join-bytes.ts'

/** Characters of the XML declaration, which is ASCII in every encoding but UTF-16. */
const DECLARATION = 200

/** Turns the bytes of an XML document into text piece by piece, by its byte order mark or its own declaration. */
export async function* decodeXml(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  let held: Uint8Array = new Uint8Array()
  for await (const piece of stream) {
    if (decoder === undefined) {
      held = joinBytes([held, piece])
      if (held.length < DECLARATION) continue
      decoder = new TextDecoder(encodingOf(held))
      yield decoder.decode(held, { stream: true })
    } else {
      yield decoder.decode(piece, { stream: true })
    }
  }
  yield decoder === undefined ? new TextDecoder(encodingOf(held)).decode(held) : decoder.decode()
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  const text = Buffer.from(start.subarray(0, DECLARATION)).toString('latin1')
  const declared = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(text)?.[1] ?? 'utf-8'
  try {
    // UTF-16 that is read as ASCII is none.
    return /^utf-?16/i.test(declared) ? 'utf-8' : new TextDecoder(declared).encoding
  } catch {
    return 'utf-8'
  }
}
