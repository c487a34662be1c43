import { copyWord, wordAt, type TextUnits } from './text-units.ts'
import { createWordEntries, Field, formStart, type WordEntries, type WordFacts } from './word-entries.ts'

/** What a table asks for each word form once. */
export interface FormFacts extends WordFacts {
  /** The word after an elided article: `homme` of `lʼhomme`; null when there is none. */
  readonly elided: string | null
}

/** Remembers the token of every word seen, found by the word's units without cutting the word out. */
export interface TokenTable {
  /** The entry of the word from `start` to `end`, which has that hash: never 0. */
  readonly at: (source: TextUnits, start: number, end: number, hash: number) => number
  /** The entry of a word by itself. */
  readonly of: (word: string) => number
  readonly entries: Pick<WordEntries, 'numbers' | 'letters'>
  /** How many word forms it remembers. */
  readonly size: () => number
  /** Forgets everything when asked to or when it is full; entries mean nothing any more. True when it did. */
  readonly relieve: (isAsked: boolean) => boolean
}

/**
 * Word forms remembered. Analysis is nearly all looking words up, and 100 000 articles hold some 500 000 forms of
 * which a few thousand are most of the text; when the table is full (some 20 MB) it simply starts anew.
 */
const MOST_REMEMBERED = 250_000
/** Slots at first; a power of two. */
const FIRST_SLOTS = 1 << 14
/** Units of most single words. */
const LONGEST_SINGLE = 64
/** Numbers a slot: the entry (0 = free) and its hash. */
const SLOT = 2

/**
 * An open-addressing hash table over UTF-16 units. A `Map` would want each word as a string of its own: cutting that
 * out and hashing it took half the time of an analysis.
 */
export function createTokenTable(factsOf: (form: string) => FormFacts): TokenTable {
  let slots = new Int32Array(SLOT * FIRST_SLOTS)
  let count = 0
  const entries = createWordEntries()
  const single = new Uint16Array(LONGEST_SINGLE)

  const add = (source: TextUnits, start: number, end: number, hash: number): number => {
    const facts = factsOf(wordAt(source, start, end))
    // Another word may take the same room for single words.
    const units = facts.elided === null ? source.units : source.units.slice(0, end)
    const elided = facts.elided === null ? 0 : of(facts.elided)
    const entry = entries.add({ units, start, end }, facts, elided)
    if (2 * SLOT * ++count >= slots.length) slots = twiceAsMany(slots)
    const free = freeSlot(slots, hash)
    slots[free] = entry
    slots[free + 1] = hash
    return entry
  }
  const at: TokenTable['at'] = (source, start, end, hash) => {
    const { units } = source
    const { numbers, letters } = entries
    const mask = slots.length - 1
    for (let slot = firstSlot(hash, mask); ; slot = (slot + SLOT) & mask) {
      const entry = slots[slot] ?? 0
      if (entry === 0) return add(source, start, end, hash)
      if (slots[slot + 1] !== hash) continue
      let letter = formStart(entry)
      const last = numbers[entry + Field.formEnd] ?? 0
      if (last - letter !== end - start) continue
      for (let unit = start; letter < last && letters[letter] === units[unit]; unit++) letter++
      if (letter === last) return entry
    }
  }
  const of = (word: string): number => {
    const units = word.length <= single.length ? single : new Uint16Array(word.length)
    return at({ text: word, units }, 0, word.length, copyWord(word, units))
  }
  return {
    at,
    of,
    entries,
    size: () => count,
    relieve: (isAsked) => {
      if (!isAsked && count < MOST_REMEMBERED) return false
      slots = new Int32Array(SLOT * FIRST_SLOTS)
      entries.clear()
      count = 0
      return true
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
    slots[free] = old[slot] ?? 0
    slots[free + 1] = old[slot + 1] ?? 0
  }
  return slots
}

function freeSlot(slots: Int32Array, hash: number): number {
  const mask = slots.length - 1
  let slot = firstSlot(hash, mask)
  while (slots[slot] !== 0) slot = (slot + SLOT) & mask
  return slot
}
