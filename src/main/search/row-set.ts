/** A set of row numbers, a bit each: 100 000 rows take 12.5 KB. */
export interface RowSet {
  readonly words: Uint32Array
}

/** An empty set for rows up to `last`. */
export function createRowSet(last: number): RowSet {
  return { words: new Uint32Array((last >>> 5) + 1) }
}

/** Adds a row; false when it was in, or is beyond the set's last. */
export function addRow({ words }: RowSet, row: number): boolean {
  const at = row >>> 5
  const word = words[at]
  if (word === undefined) return false
  const bit = 1 << (row & 31)
  if ((word & bit) !== 0) return false
  words[at] = word | bit
  return true
}

/** Rows of both. */
export function intersectRows(one: RowSet, other: RowSet): RowSet {
  return { words: one.words.map((word, at) => word & (other.words[at] ?? 0)) }
}

/** Rows of either. */
export function uniteRows(one: RowSet, other: RowSet): RowSet {
  return { words: one.words.map((word, at) => word | (other.words[at] ?? 0)) }
}

/** Rows of the first that are not in the second. */
export function subtractRows(one: RowSet, other: RowSet): RowSet {
  return { words: one.words.map((word, at) => word & ~(other.words[at] ?? 0)) }
}

/** How many rows there are. */
export function countRows({ words }: RowSet): number {
  let count = 0
  for (const word of words) count += bitsOf(word)
  return count
}

/** The rows, ascending. */
export function listRows({ words }: RowSet): readonly number[] {
  const rows: number[] = []
  words.forEach((word, at) => {
    for (let rest = word; rest !== 0; rest &= rest - 1) rows.push(at * 32 + 31 - Math.clz32(rest & -rest))
  })
  return rows
}

/** Bits set in 32 (Hacker's Delight, 5-1). */
export function bitsOf(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
