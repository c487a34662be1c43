/** A text and its UTF-16 units, of which apostrophes inside words may have become U+02BC. */
export interface TextUnits {
  readonly text: string
  readonly units: Uint16Array
}

/** Room at first, in units; most texts are shorter. */
const FIRST_ROOM = 1 << 15

/** The room that no text is using; a text read while another is being read gets one of its own. */
let spare: Uint16Array<ArrayBuffer> | null = new Uint16Array(FIRST_ROOM)

/**
 * Lends a text's units to `use`, which may change them and must not keep them. V8 asks what kind of string it has
 * before it gives a unit of it; an array gives it at once.
 */
export function withUnits(text: string, use: (source: TextUnits) => void): void {
  const own = spare
  spare = null
  const units = own !== null && own.length >= text.length ? own : new Uint16Array(text.length)
  Buffer.from(units.buffer).write(text, 'utf16le')
  try {
    use({ text, units })
  } finally {
    spare = own
  }
}

/** FNV-1a's start; a word's hash goes on from here by `hashUnit`. */
export const HASH_START = 0x811c9dc5 | 0

/** FNV-1a over one more unit. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** Puts the units of a single word into an array, and gives its hash. */
export function copyWord(word: string, units: Uint16Array): number {
  let hash = HASH_START
  for (let at = 0; at < word.length; at++) {
    const unit = word.charCodeAt(at)
    units[at] = unit
    hash = hashUnit(hash, unit)
  }
  return hash
}

/** The word from `start` to `end` as it is looked up: apostrophes as U+02BC, and a string of its own. */
export function wordAt({ text }: TextUnits, start: number, end: number): string {
  const word = detached(text.slice(start, end))
  return /['’]/.test(word) ? word.replace(/['’]/g, 'ʼ') : word
}

/** A copy that does not keep the whole text alive, of which V8's slices are windows. */
function detached(slice: string): string {
  return slice.length < 13 ? slice : Buffer.from(slice, 'utf16le').toString('utf16le')
}
