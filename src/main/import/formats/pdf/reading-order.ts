import type { Segment } from './page-segments.ts'

/** Segments that follow one another in one column. */
export type Column = readonly Segment[]

/** Fewest lines on either side of a gutter, and fewest words of a line: what is narrower is a table or a list. */
const LEAST_LINES = 4
const LEAST_WORDS = 2.5
/** Words in the lines of a running text; what stands beside one may be narrow. */
const WORDS_OF_TEXT = 4
/** Width of a gutter in type sizes; columns of newspapers have little more between them. */
const LEAST_GUTTER = 0.7
/** Divisions inside one another. */
const DEEPEST = 24

/**
 * The columns of a page in reading order, by cutting it where nothing stands: along a gutter when there is one, else across
 * the widest gap (recursive X-Y cut; Nagy, Seth and Viswanathan 1992).
 */
export function readingOrder(segments: readonly Segment[]): readonly Column[] {
  return cut(segments, 0)
}

function cut(segments: readonly Segment[], depth: number): readonly Column[] {
  if (segments.length === 0) return []
  if (depth >= DEEPEST || segments.length < LEAST_LINES * 2) return [inLines(segments)]
  const sides = alongGutter(segments)
  if (sides !== null) return [...cut(sides[0], depth + 1), ...cut(sides[1], depth + 1)]
  const parts = acrossGap(segments)
  if (parts === null) return [inLines(segments)]
  const inner = [...cut(parts[0], depth + 1), ...cut(parts[1], depth + 1)]
  // Cutting across helps only where it lets a gutter be seen.
  return inner.length === 2 ? [inLines(segments)] : merged(inner)
}

/** Columns one below the other that no gutter parts are one. */
function merged(columns: readonly Column[]): readonly Column[] {
  const result: Segment[][] = []
  for (const column of columns) {
    const last = result.at(-1)
    if (last !== undefined && isBelow(last, column)) last.push(...column)
    else result.push([...column])
  }
  return result
}

function isBelow(above: Column, below: Column): boolean {
  const one = extent(above)
  const other = extent(below)
  const overlap = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  return other.top >= one.bottom && overlap > 0.7 * Math.min(one.right - one.left, other.right - other.left)
}

function extent(column: Column): { left: number; right: number; top: number; bottom: number } {
  return {
    left: Math.min(...column.map(({ left }) => left)),
    right: Math.max(...column.map(({ right }) => right)),
    top: Math.min(...column.map(({ y }) => y)),
    bottom: Math.max(...column.map(({ y }) => y)),
  }
}

function alongGutter(segments: readonly Segment[]): readonly [Column, Column] | null {
  const gap = LEAST_GUTTER * medianSize(segments)
  const sorted = [...segments].sort((one, other) => one.left - other.left)
  let reach = -Infinity
  let best: { readonly at: number; readonly width: number } | null = null
  for (const { left, right } of sorted) {
    if (left - reach >= gap && reach > -Infinity && left - reach > (best?.width ?? 0))
      best = { at: left, width: left - reach }
    reach = Math.max(reach, right)
  }
  if (best === null) return null
  const { at } = best
  const left = segments.filter((segment) => segment.left < at)
  const right = segments.filter((segment) => segment.left >= at)
  if (left.length < LEAST_LINES || right.length < LEAST_LINES) return null
  const [wide, narrow] = wordsALine(left) >= wordsALine(right) ? [left, right] : [right, left]
  const isPair = wordsALine(narrow) >= LEAST_WORDS || (wordsALine(wide) >= WORDS_OF_TEXT && !isBesideRows(narrow, wide))
  return isPair ? [left, right] : null
}

function wordsALine(segments: readonly Segment[]): number {
  return segments.reduce((sum, { text }) => sum + text.split(' ').length, 0) / segments.length
}

/** The cells of a table stand on the lines of their neighbours; a box beside a text has lines of its own. */
function isBesideRows(cells: readonly Segment[], lines: readonly Segment[]): boolean {
  const onLine = cells.filter((cell) => lines.some((line) => Math.abs(line.y - cell.y) < cell.size * 0.15))
  return onLine.length > cells.length * 0.6
}

function acrossGap(segments: readonly Segment[]): readonly [Column, Column] | null {
  const sorted = [...segments].sort((one, other) => one.y - other.y)
  let best: { readonly index: number; readonly gap: number } | null = null
  for (const [index, { y, size }] of sorted.entries()) {
    const before = sorted[index - 1]
    const gap = before === undefined ? 0 : y - size - before.y
    if (gap > size * 0.3 && gap > (best?.gap ?? 0)) best = { index, gap }
  }
  return best === null ? null : [sorted.slice(0, best.index), sorted.slice(best.index)]
}

/** From top to bottom; what stands on one line from left to right. */
function inLines(segments: readonly Segment[]): Column {
  const sorted = [...segments].sort((one, other) => one.y - other.y)
  const lines: Segment[][] = []
  for (const segment of sorted) {
    const line = lines.at(-1)
    const first = line?.[0]
    if (line !== undefined && first !== undefined && Math.abs(first.y - segment.y) < first.size * 0.45)
      line.push(segment)
    else lines.push([segment])
  }
  return lines.flatMap((line) => line.sort((one, other) => one.left - other.left))
}

/** The type size of most segments' middle one. */
export function medianSize(segments: readonly Segment[]): number {
  const sizes = segments.map(({ size }) => size).sort((one, other) => one - other)
  return sizes[Math.floor(sizes.length / 2)] ?? 10
}
