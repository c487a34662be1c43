import { CharClass, charClass } from './char-class.ts'
import { APOSTROPHE, HASH_START, hashUnit, withUnits, type TextUnits } from './text-units.ts'

/** Receives the stretches of a text in order; half-open ranges in UTF-16 units. */
export interface StretchVisitor {
  /** A word of `source`, which is lent for the call, and its hash. */
  readonly word: (start: number, end: number, source: TextUnits, hash: number) => void
  /** A run of a script without word spaces. */
  readonly run: (start: number, end: number) => void
}

/**
 * Cuts normalised text into words and runs. A mark belongs to what stands before it; an apostrophe belongs to a word
 * when a word's character stands on both sides; a mixed stretch is split where its kind of script changes.
 */
export function scanStretches(text: string, visit: StretchVisitor): void {
  withUnits(text, (source) => {
    scanUnits(source, visit)
  })
}

/** a and z: normalised text has no capitals. */
const LETTER_A = 0x61
const LETTER_Z = 0x7a

/** The hash is taken on the way: a second look at every unit would cost as much again. */
function scanUnits(source: TextUnits, visit: StretchVisitor): void {
  const { units } = source
  const { length } = source.text
  for (let at = 0; at < length;) {
    const found = classAt(units, at, length)
    if (found === CharClass.word) at = scanWord(source, at, visit)
    else if (found === CharClass.run) at = scanRun(units, at, length, visit)
    else at += widthAt(units, at, length)
  }
}

function scanWord(source: TextUnits, start: number, visit: StretchVisitor): number {
  const { units } = source
  const { length } = source.text
  let hash = HASH_START
  let at = start
  while (at < length) {
    const unit = units[at] ?? 0
    // Most of most texts: letters that need no look-up.
    if (unit >= LETTER_A && unit <= LETTER_Z) {
      hash = hashUnit(hash, unit)
      at++
      continue
    }
    const found = classAt(units, at, length)
    if (found === CharClass.apostrophe) {
      if (at + 1 >= length || classAt(units, at + 1, length) !== CharClass.word) break
      units[at] = APOSTROPHE
    } else if (found !== CharClass.word && found !== CharClass.mark) break
    const width = widthAt(units, at, length)
    hash = hashUnit(hash, units[at] ?? 0)
    if (width === 2) hash = hashUnit(hash, units[at + 1] ?? 0)
    at += width
  }
  visit.word(start, at, source, hash)
  return at
}

function scanRun(units: Uint16Array, start: number, length: number, visit: StretchVisitor): number {
  let at = start
  while (at < length) {
    const found = classAt(units, at, length)
    if (found !== CharClass.run && found !== CharClass.mark) break
    at += widthAt(units, at, length)
  }
  visit.run(start, at)
  return at
}

function classAt(units: Uint16Array, at: number, length: number): number {
  return charClass(codePointAt(units, at, length))
}

function widthAt(units: Uint16Array, at: number, length: number): number {
  return codePointAt(units, at, length) > 0xffff ? 2 : 1
}

function codePointAt(units: Uint16Array, at: number, length: number): number {
  const unit = units[at] ?? 0
  if (unit < 0xd800 || unit > 0xdbff || at + 1 >= length) return unit
  const low = units[at + 1] ?? 0
  return low >= 0xdc00 && low <= 0xdfff ? 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00) : unit
}
