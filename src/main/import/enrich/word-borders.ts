/** What a UTF-16 unit is to words, as bits; 0 = not looked up yet. */
const Kind = {
  /** Letter, mark or number. */
  word: 1,
  /** Letter or number. */
  beginning: 2,
  number: 4,
  /** ' ’ - ‐ ‑: hold a word together before a letter or number. */
  hyphen: 8,
  /** . and , between numbers. */
  point: 16,
  other: 32,
  /** Of a script without word spaces, or half of a pair of surrogates. */
  unclear: 64,
} as const

const JOINT = Kind.hyphen | Kind.point

const kinds = new Uint8Array(0x10000)

function kindOf(unit: number): number {
  const known = kinds[unit] ?? 0
  if (known !== 0) return known
  const found = classify(String.fromCharCode(unit))
  kinds[unit] = found
  return found
}

function classify(char: string): number {
  if (/[\p{Cs}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u.test(char)) return Kind.unclear
  if (/[\p{L}\p{M}\p{N}]/u.test(char)) {
    if (/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u.test(char)) return Kind.unclear
    return Kind.word | (/\p{M}/u.test(char) ? 0 : Kind.beginning) | (/\p{N}/u.test(char) ? Kind.number : 0)
  }
  if (/['’\-‐‑]/.test(char)) return Kind.hyphen
  return /[.,]/.test(char) ? Kind.point : Kind.other
}

/** Longer words are left to the expression of `wordsOf`, which cuts them somewhere. */
const LONGEST = 150

/**
 * Where the words of a text begin and end by the rule of `wordsOf`, one after the other; null for a text that needs more than
 * a look at single units: scripts without spaces, letters beyond the first 65 536, endless words.
 */
export function wordBorders(text: string): readonly number[] | null {
  const borders: number[] = []
  for (let at = 0; at < text.length;) {
    const kind = kindOf(text.charCodeAt(at))
    if (kind === Kind.unclear) return null
    if ((kind & Kind.word) === 0) {
      at++
      continue
    }
    const end = endOfWord(text, at)
    if (end - at > LONGEST) return null
    borders.push(at, end)
    at = end
  }
  return borders
}

function endOfWord(text: string, start: number): number {
  let at = endOfRun(text, start, Kind.word)
  while (at + 1 < text.length) {
    const joint = kindOf(text.charCodeAt(at))
    if ((joint & JOINT) === 0) return at
    const next = kindOf(text.charCodeAt(at + 1))
    if (joint === Kind.hyphen && (next & Kind.beginning) !== 0) at = endOfRun(text, at + 1, Kind.word)
    else if (joint === Kind.point && (next & kindOf(text.charCodeAt(at - 1)) & Kind.number) !== 0)
      at = endOfRun(text, at + 1, Kind.number)
    else return at
  }
  return at
}

function endOfRun(text: string, start: number, kind: number): number {
  let at = start
  while (at < text.length && (kindOf(text.charCodeAt(at)) & kind) !== 0) at++
  return at
}
