/**
 * Whether two words lie within so many edits: insertions, deletions, substitutions, and transpositions of neighbours,
 * each counting one (optimal string alignment). UTF-16 units, which is letters for all but rare scripts.
 */
export function withinEdits(left: string, right: string, edits: number): boolean {
  if (Math.abs(left.length - right.length) > edits) return false
  let start = 0
  while (start < left.length && left.charCodeAt(start) === right.charCodeAt(start)) start++
  return remaining(left, right, { left: start, right: start, edits })
}

interface Place {
  readonly left: number
  readonly right: number
  readonly edits: number
}

/** Skips what is equal, then tries each edit; `edits` is 2 at most, so the tree stays small. */
function remaining(left: string, right: string, place: Place): boolean {
  let { left: l, right: r } = place
  const { edits } = place
  while (l < left.length && r < right.length && left.charCodeAt(l) === right.charCodeAt(r)) {
    l++
    r++
  }
  const rest = Math.max(left.length - l, right.length - r)
  if (rest <= edits) return true
  if (edits === 0) return false
  const less = edits - 1
  const swapped =
    left.charAt(l) === right.charAt(r + 1) && left.charAt(l + 1) === right.charAt(r) && l + 1 < left.length
  return (
    remaining(left, right, { left: l + 1, right: r + 1, edits: less }) ||
    remaining(left, right, { left: l + 1, right: r, edits: less }) ||
    remaining(left, right, { left: l, right: r + 1, edits: less }) ||
    (swapped && remaining(left, right, { left: l + 2, right: r + 2, edits: less }))
  )
}
