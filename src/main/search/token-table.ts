/** Remembers the token of every word seen, found by the word's place in a text without cutting the word out. */
export interface TokenTable<Token> {
  /** The token of `text` from `start` to `end`; null when nothing is left of the word. */
  readonly at: (text: string, start: number, end: number) => Token | null
}

/**
 * Word forms remembered. Analysis is nearly all looking words up, and 100 000 articles hold some 500 000 forms of
 * which a few thousand are most of the text; when the table is full (some 15 MB) it simply starts anew.
 */
const MOST_REMEMBERED = 60_000
/** Slots at first; a power of two. */
const FIRST_SLOTS = 1 << 14

/**
 * An open-addressing hash table over UTF-16 units. A `Map` would want each word as a string of its own: cutting that
 * out and hashing it took half the time of an analysis.
 */
export function createTokenTable<Token>(makeToken: (surface: string) => Token | null): TokenTable<Token> {
  /** Pairs, so that one look at memory gets both: the entry's number plus one (0 = free), and its hash. */
  let slots = new Int32Array(2 * FIRST_SLOTS)
  let surfaces: string[] = []
  let tokens: (Token | null)[] = []

  /** Puts an entry into the first free slot. */
  const place = (entry: number, hash: number): void => {
    const mask = slots.length - 1
    let slot = (hash << 1) & mask
    while (slots[slot] !== 0) slot = (slot + 2) & mask
    slots[slot] = entry
    slots[slot + 1] = hash
  }
  const resize = (length: number): void => {
    slots = new Int32Array(length)
    surfaces.forEach((surface, number) => {
      place(number + 1, hashUnits(surface, 0, surface.length))
    })
  }
  const add = (word: string, hash: number): Token | null => {
    const surface = detached(word)
    const token = makeToken(surface)
    if (surfaces.length >= MOST_REMEMBERED) {
      surfaces = []
      tokens = []
      resize(2 * FIRST_SLOTS)
    } else if (surfaces.length * 4 >= slots.length) resize(slots.length * 2)
    tokens.push(token)
    place(surfaces.push(surface), hash)
    return token
  }
  return {
    at: (text, start, end) => {
      const hash = hashUnits(text, start, end)
      const mask = slots.length - 1
      for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
        const entry = slots[slot] ?? 0
        if (entry === 0) return add(text.slice(start, end), hash)
        if (slots[slot + 1] === hash && isAt(surfaces[entry - 1] ?? '', text, start, end))
          return tokens[entry - 1] ?? null
      }
    },
  }
}

/** FNV-1a, its high bits mixed into the low ones that choose the slot. */
function hashUnits(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}

function isAt(surface: string, text: string, start: number, end: number): boolean {
  if (surface.length !== end - start) return false
  for (let at = 0; at < surface.length; at++) {
    if (surface.charCodeAt(at) !== text.charCodeAt(start + at)) return false
  }
  return true
}

/** A copy that does not keep the whole text alive, of which V8's slices are windows. */
function detached(slice: string): string {
  return slice.length < 13 ? slice : Buffer.from(slice, 'utf16le').toString('utf16le')
}
