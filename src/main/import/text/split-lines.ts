/** One line of the source without its line end. */
export interface Line {
  /** Without white space at either end; empty for a blank line. */
  readonly text: string
  /** Columns of white space before the text; a tab counts 4, an ideographic space 2. */
  readonly indent: number
}

// LF, CRLF, CR, vertical tab, form feed, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR.
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u

/** Cuts a text at every kind of line end there is. A byte order mark is white space to `trim`, so it is gone too. */
export function splitLines(text: string): readonly Line[] {
  return text.split(lineEnd).map((raw) => ({ text: raw.trim(), indent: indentOf(raw) }))
}

function indentOf(raw: string): number {
  let columns = 0
  for (const character of raw) {
    if (character === '\t') columns += 4
    else if (character === '\u3000') columns += 2
    else if (character === '\uFEFF') continue
    else if (character.trim() === '') columns += 1
    else break
  }
  return columns
}
