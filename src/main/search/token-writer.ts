/** Joins tokens by spaces. */
export interface TokenWriter {
  /** Begins anew. */
  readonly start: () => void
  readonly add: (token: string) => void
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
export function createTokenWriter(): TokenWriter {
  let units = new Uint16Array(FIRST_ROOM)
  let length = 0
  let count = 0
  /** All units or-ed: tells whether all are Latin-1. */
  let met = 0
  return {
    start: () => {
      if (units.length > MOST_KEPT) units = new Uint16Array(FIRST_ROOM)
      length = count = met = 0
    },
    add: (token) => {
      if (length + token.length + 1 > units.length) {
        const longer = new Uint16Array(2 * units.length)
        longer.set(units)
        units = longer
      }
      if (count > 0) units[length++] = 0x20
      for (let at = 0; at < token.length; at++) {
        const unit = token.charCodeAt(at)
        met |= unit
        units[length++] = unit
      }
      count++
    },
    count: () => count,
    text: () => {
      const joined = units.subarray(0, length)
      if (met <= LATIN_1) return Buffer.from(joined).toString('latin1')
      return Buffer.from(joined.buffer, 0, joined.byteLength).toString('utf16le')
    },
  }
}
