/** A word, a letter of a script without spaces, or a mark; where it stands, in UTF-16 code units of the text split. */
export interface Word {
  readonly key: string
  readonly start: number
  readonly end: number
}

/** The words of a text in order, each known by a number, with the places of every one. */
export interface WordIndex {
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** The word's number at each place. */
  readonly ids: Int32Array
  /** Key of each number. */
  readonly keys: readonly string[]
  /** First and last code unit and length of each number's key: tells most pairs of words apart without their letters. */
  readonly heads: Uint16Array
  readonly tails: Uint16Array
  readonly lengths: Uint16Array
  readonly idOf: (key: string) => number | undefined
  /** Places of a word by its number, in order. */
  readonly placesOf: (id: number) => Int32Array
}

// Scripts written without spaces count by letter; everything else by runs of letters, marks and digits.
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const WORD = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+|[^\\s]`, 'gu')

/** Splits a text into words, in lower case; a mark of punctuation or symbol is a word of its own. Linear. */
export function splitWords(text: string): readonly Word[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    key: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }))
}

/** Whether a word says something: letters or digits, no mark. */
export function isSpoken(key: string): boolean {
  return /^[\p{L}\p{M}\p{N}]/u.test(key)
}

/** Indexes a text's words once, for many quotes. Linear in the text. */
export function indexWords(text: string): WordIndex {
  const words = splitWords(text)
  const numbers = new Map<string, number>()
  const keys: string[] = []
  const ids = Int32Array.from(words, ({ key }) => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, keys.length)
    return keys.push(key) - 1
  })
  const { offsets, places } = placesById(ids, keys.length)
  return {
    starts: Int32Array.from(words, ({ start }) => start),
    ends: Int32Array.from(words, ({ end }) => end),
    ids,
    keys,
    heads: Uint16Array.from(keys, (key) => key.charCodeAt(0)),
    tails: Uint16Array.from(keys, (key) => key.charCodeAt(key.length - 1)),
    lengths: Uint16Array.from(keys, (key) => Math.min(key.length, 0xffff)),
    idOf: (key) => numbers.get(key),
    placesOf: (id) => places.subarray(offsets[id], offsets[id + 1]),
  }
}

/** Places sorted by number, and where each number's begin: two arrays for the whole text instead of one a word. */
function placesById(ids: Int32Array, count: number): { readonly offsets: Int32Array; readonly places: Int32Array } {
  const offsets = new Int32Array(count + 1)
  for (const id of ids) offsets[id + 1] = (offsets[id + 1] ?? 0) + 1
  for (let id = 0; id < count; id++) offsets[id + 1] = (offsets[id + 1] ?? 0) + (offsets[id] ?? 0)
  const next = offsets.slice()
  const places = new Int32Array(ids.length)
  ids.forEach((id, place) => {
    const at = next[id] ?? 0
    places[at] = place
    next[id] = at + 1
  })
  return { offsets, places }
}
