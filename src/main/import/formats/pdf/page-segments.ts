/** A piece of text on a page as the PDF places it. */
export interface PlacedText {
  readonly text: string
  /** `[a, b, c, d, x, y]`: the text's own axes and its origin, in points, y upwards. */
  readonly transform: readonly number[]
  /** Along the line, in points. */
  readonly width: number
}

/** Text that stands on one line without a gap, in points; y grows downwards. */
export interface Segment {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Baseline. */
  readonly y: number
  /** Size of the type. */
  readonly size: number
}

/** A gap wider than this many type sizes ends a segment: a gutter, a column of a table. */
const WIDEST_GAP = 1.3
/** A gap wider than this is a blank, whether one is written or not. */
const LEAST_BLANK = 0.18
/** Baselines closer than this many type sizes are one line (notes' numbers stand higher). */
const SAME_LINE = 0.45

/** Joins pieces to segments, in the order in which the page writes them; text in other directions is turned upright. */
export function segmentsOf(pieces: readonly PlacedText[]): readonly Segment[] {
  const turn = mainDirection(pieces)
  const segments: Segment[] = []
  let open: Segment | null = null
  for (const piece of pieces) {
    const next = placed(piece, turn)
    if (next === null) continue
    if (next.text.trim() === '' && open === null) continue
    const joined: Segment | null = open === null ? null : join(open, next)
    if (joined === null && open !== null) segments.push(open)
    open = joined ?? (next.text.trim() === '' ? null : next)
  }
  if (open !== null) segments.push(open)
  return segments.map((segment) => ({ ...segment, text: segment.text.replace(/\s+/g, ' ').trim() }))
}

/** Quarter turns that make most of a page's text upright. */
function mainDirection(pieces: readonly PlacedText[]): number {
  const letters = [0, 0, 0, 0]
  for (const { text, transform } of pieces) {
    const turns = quarterTurns(transform)
    letters[turns] = (letters[turns] ?? 0) + text.length
  }
  return letters.indexOf(Math.max(...letters))
}

function quarterTurns([a = 1, b = 0]: readonly number[]): number {
  return ((Math.round(Math.atan2(b, a) / (Math.PI / 2)) % 4) + 4) % 4
}

/** null for text in another direction than the page's own: marks in the margin, marks over the page. */
function placed({ text, transform, width }: PlacedText, turn: number): Segment | null {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform
  if (text === '' || quarterTurns(transform) !== turn) return null
  const size = Math.hypot(c, d) || Math.hypot(a, b)
  const [left, baseline] = [
    [x, -y],
    [y, x],
    [-x, y],
    [-y, -x],
  ][turn] ?? [x, -y]
  if (left === undefined || baseline === undefined || size === 0) return null
  return { text, left, right: left + width, y: baseline, size }
}

/** The two as one, or null when they are not on one line without a gap. */
function join(open: Segment, next: Segment): Segment | null {
  const size = Math.max(open.size, next.size)
  const gap = next.left - open.right
  if (Math.abs(next.y - open.y) > SAME_LINE * size || gap > WIDEST_GAP * size || next.left < open.left - size)
    return null
  // A blank as wide as a column is how some programs reach the other side of the page.
  if (next.text.trim() === '' && next.right - next.left > WIDEST_GAP * 2 * size) return null
  const blank = gap > LEAST_BLANK * size && !/\s$/.test(open.text) && !/^\s/.test(next.text) ? ' ' : ''
  const isLarger = next.text.trim().length > open.text.trim().length
  return {
    text: `${open.text}${blank}${next.text}`,
    left: Math.min(open.left, next.left),
    right: Math.max(open.right, next.right),
    y: isLarger ? next.y : open.y,
    size: isLarger ? next.size : open.size,
  }
}
