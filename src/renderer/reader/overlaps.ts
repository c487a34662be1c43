import { HIGHLIGHT_COLORS, type HighlightColor } from '../../shared/model/annotation.ts'
import type { TextRange } from '../../shared/text/text-range.ts'
import type { Mark } from './mark.ts'

/** A stretch where a mark lies under another one. */
export interface CoveredStretch extends TextRange {
  /** Pen of the mark below. */
  readonly color: HighlightColor
}

/**
 * Where marks lie over each other. The wash of the pen that comes later in their order is on top there; of two marks of one
 * pen the one that begins later is. Marks come in the order of the text; the cost is theirs and of their overlaps.
 */
export function coveredStretches(marks: readonly Mark[]): readonly CoveredStretch[] {
  const covered: CoveredStretch[] = []
  marks.forEach((mark, index) => {
    for (let next = index + 1; next < marks.length; next++) {
      const other = marks[next]
      if (other === undefined || other.start >= mark.end) break
      const isBelow = HIGHLIGHT_COLORS.indexOf(mark.color) <= HIGHLIGHT_COLORS.indexOf(other.color)
      const { color } = isBelow ? mark : other
      covered.push({ color, start: other.start, end: Math.min(mark.end, other.end) })
    }
  })
  return covered
}
