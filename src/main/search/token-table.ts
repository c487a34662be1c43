import { copyWord, wordAt, type TextUnits } from './text-units.ts'

/** Remembers the token of every word seen, found by the word's units without cutting the word out. */
export interface TokenTable<Token> {
  /** The token of the word from `start` to `end`, which has that hash; null when nothing is left of the word. */
  readonly at: (source: TextUnits, start: number, end: number, hash: number) => Token | null
  /** The token of a word by itself. */
  readonly of: (word: string) => Token | null
  /** Forgets everything when it holds more than is worth its memory. */
  readonly relieve: () => void
}

/**
 * Word forms remembered. Analysis is nearly all looking words up, and 100 000 articles hold some 500 000 forms of
 * which a few thousand are most of the text; when the table is full (some 20 MB) it simply starts anew.
 */
const MOST_REMEMBERED = 100_000
/** Slots at first; a power of two. */
const FIRST_SLOTS = 1 << 14
/** Units of most single words. */
const LONGEST_SINGLE = 64
/** Numbers a slot: the entry's number plus one (0 = free), its hash, and where its units are, from and to. */
const SLOT = 4

/**
 * An open-addressing hash table over UTF-16 units. A `Map` would want each word as a string of its own: cutting that
 * out and hashing it took half the time of an analysis. The words' units lie in one array, so that comparing touches
 * one place in memory.
 */
export function createTokenTable<Token>(makeToken: (surface: string) => Token | null): TokenTable<Token> {
  let slots = new Int32Array(SLOT * FIRST_SLOTS)
  let letters = new Uint16Array(8 * FIRST_SLOTS)
  let used = 0
  let tokens: (Token | null)[] = []
  const single = new Uint16Array(LONGEST_SINGLE)

  const keepUnits = (units: Uint16Array, start: number, end: number): void => {
    if (used + end - start > letters.length) {
      const longer = new Uint16Array(2 * letters.length + end - start)
      longer.set(letters)
      letters = longer
    }
    for (let at = start; at < end; at++) letters[used++] = units[at] ?? 0
  }
  const add = (source: TextUnits, start: number, end: number, hash: number): Token | null => {
    const from = used
    keepUnits(source.units, start, end)
    const to = used
    // Making a token may add another word's, in the same room for single words.
    const token = makeToken(wordAt(source, start, end))
    if (2 * SLOT * tokens.length >= slots.length) slots = twiceAsMany(slots)
    const free = freeSlot(slots, hash)
    slots[free] = tokens.push(token)
    slots[free + 1] = hash
    slots[free + 2] = from
    slots[free + 3] = to
    return token
  }
  const at: TokenTable<Token>['at'] = (source, start, end, hash) => {
    const { units } = source
    const mask = slots.length - 1
    for (let slot = firstSlot(hash, mask); ; slot = (slot + SLOT) & mask) {
      const entry = slots[slot] ?? 0
      if (entry === 0) return add(source, start, end, hash)
      if (slots[slot + 1] !== hash) continue
      let from = slots[slot + 2] ?? 0
      const to = slots[slot + 3] ?? 0
      if (to - from !== end - start) continue
      for (let unit = start; from < to && letters[from] === units[unit]; unit++) from++
      if (from === to) return tokens[entry - 1] ?? null
    }
  }
  return {
    at,
    of: (word) => {
      const units = word.length <= single.length ? single : new Uint16Array(word.length)
      return at({ text: word, units }, 0, word.length, copyWord(word, units))
    },
    relieve: () => {
      if (tokens.length < MOST_REMEMBERED) return
      slots = new Int32Array(SLOT * FIRST_SLOTS)
      letters = new Uint16Array(8 * FIRST_SLOTS)
      used = 0
      tokens = []
    },
  }
}

/** FNV-1a's low bits choose badly: its high bits are mixed into them. */
function firstSlot(hash: number, mask: number): number {
  return ((hash ^ (hash >>> 15)) * SLOT) & mask
}

/** The same entries in twice the slots. */
function twiceAsMany(old: Int32Array): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(old.length * 2)
  for (let slot = 0; slot < old.length; slot += SLOT) {
    if (old[slot] === 0) continue
    const free = freeSlot(slots, old[slot + 1] ?? 0)
    for (let field = 0; field < SLOT; field++) slots[free + field] = old[slot + field] ?? 0
  }
  return slots
}

function freeSlot(slots: Int32Array, hash: number): number {
  const mask = slots.length - 1
  let slot = firstSlot(hash, mask)
  while (slots[slot] !== 0) slot = (slot + SLOT) & mask
  return slot
}
