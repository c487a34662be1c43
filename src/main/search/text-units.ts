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

/** ' ’ and ʼ are one letter inside words: this one. */
export const APOSTROPHE = 0x2bc

/** FNV-1a's start; a word's hash goes on from here by `hashUnit`. */
export const HASH_START = 0x811c9dc5 | 0

/** FNV-1a over one more unit. */
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193)
}

/** Puts the units of a single word into an array as they are looked up, and gives its hash. */
export function copyWord(word: string, units: Uint16Array): number {
  let hash = HASH_START
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at)
    const unit = letter === 0x27 || letter === 0x2019 ? APOSTROPHE : letter
    units[at] = unit
    hash = hashUnit(hash, unit)
  }
  return hash
}

/** The word from `start` to `end` as it is looked up: apostrophes as U+02BC. Who keeps it keeps the whole text alive. */
export function wordAt({ text }: TextUnits, start: number, end: number): string {
  const word = text.slice(start, end)
  return /['’]/.test(word) ? word.replace(/['’]/g, 'ʼ') : word
}
