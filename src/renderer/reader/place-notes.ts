/** A note that wants to stand beside a place; lengths in CSS pixels. */
export interface NoteToPlace {
  /** Where its first line would stand, were it alone. */
  readonly wanted: number
  readonly height: number
}

/**
 * Tops of notes so that none covers another: in the order of the text, each where it wants to stand, or `gap` below the one
 * before. Later ones give way, so a note never moves because of one further down. Linear.
 */
export function placeNotes(notes: readonly NoteToPlace[], gap: number): readonly number[] {
  let free = -Infinity
  return notes.map(({ wanted, height }) => {
    const top = Math.max(wanted, free)
    free = top + height + gap
    return top
  })
}

/** Indexes `[first, end)` of placed notes that reach into a window of the column; binary search over ascending tops. */
export function notesWithin(
  tops: readonly number[],
  heights: readonly number[],
  view: { readonly top: number; readonly bottom: number },
): { readonly first: number; readonly end: number } {
  const first = partition(tops.length, (index) => (tops[index] ?? 0) + (heights[index] ?? 0) < view.top)
  const end = partition(tops.length, (index) => (tops[index] ?? 0) <= view.bottom)
  return { first, end: Math.max(first, end) }
}

/** How many of the first indexes hold; they must hold from the beginning on without a gap. */
function partition(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}
