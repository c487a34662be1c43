/** A stretch of a text, marked or not. */
export interface MarkedPiece {
  readonly text: string
  readonly marked: boolean
}

/** Half-open stretch, UTF-16 code units. */
export type Mark = readonly [start: number, end: number]

/** Cuts a text at its marks; together the pieces are the text. Marks may lie in any order, overlap, or stand outside. */
export function splitMarks(text: string, marks: readonly Mark[]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = []
  let at = 0
  for (const [start, end] of [...marks].sort((one, other) => one[0] - other[0])) {
    const from = Math.max(at, start)
    const until = Math.min(text.length, end)
    if (until <= from) continue
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false })
    pieces.push({ text: text.slice(from, until), marked: true })
    at = until
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false })
  return pieces
}
