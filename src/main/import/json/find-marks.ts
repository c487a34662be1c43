const QUOTE = 0x22
const BACKSLASH = 0x5c

/** The bytes that give a JSON document its structure: `{ } [ ] , :`. */
const MARKS = new Set([0x7b, 0x7d, 0x5b, 0x5d, 0x2c, 0x3a])

/** Finds the next structural byte of JSON at or after a place, or -1; remembers texts that go on in the next piece. */
export type FindMark = (piece: Uint8Array, from: number) => number

/** Begins at the start of a document; pieces must come in order, each scanned to its end. */
export function createMarkFinder(): FindMark {
  let inText = false
  let escaped = false
  return (piece, from) => {
    for (let at = from; at < piece.length; at++) {
      const byte = piece[at] ?? 0
      if (inText) {
        if (escaped) escaped = false
        else if (byte === BACKSLASH) escaped = true
        else if (byte === QUOTE) inText = false
      } else if (byte === QUOTE) inText = true
      else if (MARKS.has(byte)) return at
    }
    return -1
  }
}
