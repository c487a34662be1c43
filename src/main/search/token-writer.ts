/** Joins stretches of units by a separator. */
export interface TokenWriter {
  /** Begins anew. */
  readonly start: () => void
  /** Adds the units from `start` to `end`. */
  readonly add: (units: Uint16Array, start: number, end: number) => void
  readonly addText: (token: string) => void
  /** How many since the start. */
  readonly count: () => number
  /** What was added since the start. */
  readonly text: () => string
}

/** Room at first, in units; doubled when a text needs more. */
const FIRST_ROOM = 1 << 15
/** Room that is kept for the next text. */
const MOST_KEPT = 1 << 20
/** Letters up to here take one byte each in V8's strings. */
const LATIN_1 = 0xff

/**
 * Writes units into one array: pushing every token and joining them was a sixth of an analysis. Tokens are no longer than
 * the room at first.
 */
export function createTokenWriter(separator: string): TokenWriter {
  const between = separator.charCodeAt(0)
  let written = new Uint16Array(FIRST_ROOM)
  let length = 0
  let count = 0
  /** All units or-ed: tells whether all are Latin-1. */
  let met = 0
  const begin = (size: number): void => {
    if (length + size + 1 > written.length) {
      const longer = new Uint16Array(2 * written.length)
      longer.set(written)
      written = longer
    }
    if (count++ > 0) written[length++] = between
  }
  return {
    start: () => {
      if (written.length > MOST_KEPT) written = new Uint16Array(FIRST_ROOM)
      length = count = met = 0
    },
    add: (units, start, end) => {
      begin(end - start)
      // Locals: a variable of the closure would be written to memory with every unit.
      const into = written
      let [to, all] = [length, met]
      for (let at = start; at < end; at++) {
        const unit = units[at] ?? 0
        all |= unit
        into[to++] = unit
      }
      met = all
      length = to
    },
    addText: (token) => {
      begin(token.length)
      for (let at = 0; at < token.length; at++) {
        const unit = token.charCodeAt(at)
        met |= unit
        written[length++] = unit
      }
    },
    count: () => count,
    text: () => {
      const joined = written.subarray(0, length)
      if (met <= LATIN_1) return Buffer.from(joined).toString('latin1')
      return Buffer.from(joined.buffer, 0, joined.byteLength).toString('utf16le')
    },
  }
}
