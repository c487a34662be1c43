/** What is remembered of a word form. */
export interface WordFacts {
  /** Its token, empty when nothing is left of the word. */
  readonly token: string
  /** Hash of the token, for the checksum of an article's tokens. */
  readonly high: number
  readonly low: number
  /** Hash of language and word form, for telling words that are in the vocabulary already. */
  readonly formHigh: number
  readonly formLow: number
}

/**
 * The numbers of one entry in `WordEntries.numbers`, each at its place behind the entry. The units of its form begin at
 * `formStart` in `WordEntries.letters`; those of its token lie between `token` and `tokenEnd` there. `elided` is another entry,
 * 0 for none; `lastSeen` is the user's, 0 at first.
 */
export const Field = {
  formEnd: 0,
  token: 1,
  tokenEnd: 2,
  high: 3,
  low: 4,
  lastSeen: 5,
  elided: 6,
  formHigh: 7,
  formLow: 8,
} as const
const FIELDS = 9

/** Where the units of an entry's form begin in `WordEntries.letters`. */
export function formStart(entry: number): number {
  return 2 * (entry + FIELDS)
}

/** A form's units, from `start` to `end`. */
export interface FormUnits {
  readonly units: Uint16Array
  readonly start: number
  readonly end: number
}

/** Word forms and what is known of them, in one stretch of memory. */
export interface WordEntries {
  /** All entries; another array once an entry has come. */
  readonly numbers: Int32Array
  /** The same memory as UTF-16 units. */
  readonly letters: Uint16Array
  /** Adds a form; its entry, never 0. `elided` is the entry of the word after its article. */
  readonly add: (form: FormUnits, facts: WordFacts, elided: number) => number
  /** Forgets everything; entries mean nothing any more. */
  readonly clear: () => void
}

/** Memory at first; an entry takes some 55 bytes. */
const FIRST_BYTES = 1 << 20

/**
 * Keeps entries in typed arrays, all of an entry in a row: as objects they took twice the memory, and analysing is mostly
 * waiting for memory.
 */
export function createWordEntries(): WordEntries {
  /** Where the next entry begins; entry 0 is none. */
  let next = FIELDS
  const view = (memory: ArrayBuffer): void => {
    entries.numbers = new Int32Array(memory)
    entries.letters = new Uint16Array(memory)
  }
  const makeRoom = (letters: number): void => {
    if (4 * (next + FIELDS) + 2 * (letters + 1) <= entries.numbers.byteLength) return
    const before = entries.numbers
    view(new ArrayBuffer(2 * before.byteLength + 4 * letters))
    entries.numbers.set(before)
  }
  const entries = {
    numbers: new Int32Array(0),
    letters: new Uint16Array(0),
    add: ({ units, start, end }: FormUnits, facts: WordFacts, elided: number): number => {
      const { token } = facts
      makeRoom(end - start + token.length)
      const { letters, numbers } = entries
      const entry = next
      const from = formStart(entry)
      for (let at = start; at < end; at++) letters[from + at - start] = units[at] ?? 0
      const formEnd = from + end - start
      // Most tokens are how their word begins.
      const tokenFrom = beginsWith(letters, from, formEnd, token) ? from : formEnd
      const tokenEnd = tokenFrom + token.length
      if (tokenFrom > from) for (let at = 0; at < token.length; at++) letters[tokenFrom + at] = token.charCodeAt(at)
      numbers[entry + Field.formEnd] = formEnd
      numbers[entry + Field.token] = tokenFrom
      numbers[entry + Field.tokenEnd] = tokenEnd
      numbers[entry + Field.high] = facts.high
      numbers[entry + Field.low] = facts.low
      numbers[entry + Field.lastSeen] = 0
      numbers[entry + Field.elided] = elided
      numbers[entry + Field.formHigh] = facts.formHigh
      numbers[entry + Field.formLow] = facts.formLow
      next = (Math.max(formEnd, tokenEnd) + 1) >> 1
      return entry
    },
    clear: (): void => {
      view(new ArrayBuffer(FIRST_BYTES))
      next = FIELDS
    },
  }
  entries.clear()
  return entries
}

function beginsWith(letters: Uint16Array, from: number, end: number, token: string): boolean {
  if (token.length > end - from) return false
  for (let at = 0; at < token.length; at++) if (letters[from + at] !== token.charCodeAt(at)) return false
  return true
}
