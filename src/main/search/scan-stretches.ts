import { CharClass, charClass } from './char-class.ts'

/** Receives the stretches of a text in order; half-open ranges in UTF-16 units. */
export interface StretchVisitor {
  /** A word; `apostrophe` tells whether one stands inside. */
  readonly word: (start: number, end: number, apostrophe: boolean) => void
  /** A run of a script without word spaces. */
  readonly run: (start: number, end: number) => void
}

/**
 * Cuts normalised text into words and runs. A mark belongs to what stands before it; an apostrophe belongs to a word
 * when a word's character stands on both sides; a mixed stretch is split where its kind of script changes.
 */
export function scanStretches(text: string, visit: StretchVisitor): void {
  let start = -1
  let kind: number = CharClass.separator
  let apostrophe = false
  const close = (end: number): void => {
    if (start < 0) return
    if (kind === CharClass.run) visit.run(start, end)
    else visit.word(start, end, apostrophe)
    start = -1
    apostrophe = false
  }
  for (let at = 0; at < text.length;) {
    const point = codePointAt(text, at)
    const next = at + (point > 0xffff ? 2 : 1)
    const found = charClass(point)
    if (found === CharClass.word || found === CharClass.run) {
      if (start >= 0 && kind !== found) close(at)
      if (start < 0) start = at
      kind = found
      at = next
      // Most of most texts: letters that need no look-up.
      if (kind === CharClass.word) while (at < text.length && isPlainLetter(text.charCodeAt(at))) at++
      continue
    }
    if (found === CharClass.apostrophe && start >= 0 && joins(text, kind, next)) apostrophe = true
    else if (found !== CharClass.mark) close(at)
    at = next
  }
  close(text.length)
}

function joins(text: string, kind: number, next: number): boolean {
  return kind === CharClass.word && next < text.length && charClass(codePointAt(text, next)) === CharClass.word
}

/** a–z: normalised text has no capitals. */
function isPlainLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a
}

function codePointAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff ? (text.codePointAt(at) ?? unit) : unit
}

/** A run's units, each a character with its marks: what bigrams are made of. */
export function unitsOf(run: string): readonly string[] {
  const units: string[] = []
  for (const char of run) {
    const isMark = charClass(char.codePointAt(0) ?? 0) === CharClass.mark
    if (isMark && units.length > 0) units.push(`${units.pop() ?? ''}${char}`)
    else units.push(char)
  }
  return units
}
