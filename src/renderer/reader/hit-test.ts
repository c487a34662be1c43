import type { FrameWindow } from './frame-window.ts'
import type { Mark } from './mark.ts'
import type { Painter } from './painter.ts'
import type { TextMap } from './text-map.ts'

/** A point in the frame's viewport, CSS pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Newer than the DOM's types: which highlights are painted at a point (CSS Custom Highlight API). */
interface AsksFromPoint {
  readonly highlightsFromPoint?: (x: number, y: number) => readonly { readonly ranges: readonly AbstractRange[] }[]
}

/** Where a document says which character lies under a point. */
export interface HitTest {
  /** Marks painted at a point, the shortest first: it is the one that a long one around it would hide. */
  readonly marksAt: (point: Point) => readonly Mark[]
  /** Position in the text nearest to a point; null outside the text. */
  readonly offsetAt: (point: Point) => number | null
}

/** Asks the frame's own registry, else the caret under the pointer. */
export function createHitTest(window: FrameWindow, map: TextMap, painter: Painter): HitTest {
  function offsetAt({ x, y }: Point): number | null {
    const caret = window.document.caretPositionFromPoint(x, y)
    return caret === null ? null : map.offsetOf(caret.offsetNode, caret.offset)
  }

  function marksAt(point: Point): readonly Mark[] {
    const registry = window.CSS.highlights as HighlightRegistry & AsksFromPoint
    const found = registry.highlightsFromPoint?.(point.x, point.y)
    if (found === undefined) return marksUnderCaret(point)
    const marks = found.flatMap(({ ranges }) => ranges.map((range) => painter.markOf(range)))
    return shortestFirst(new Set(marks.filter((mark) => mark !== null)))
  }

  function marksUnderCaret(point: Point): readonly Mark[] {
    const offset = offsetAt(point)
    if (offset === null) return []
    // The caret after a character is nearest to its right half, so the character before counts as well.
    const near = new Set([...painter.marksOver(offset), ...painter.marksOver(offset - 1)])
    return shortestFirst([...near].filter(({ uid }) => covers(painter.rangeOf(uid), point)))
  }

  return { marksAt, offsetAt }
}

function shortestFirst(marks: Iterable<Mark>): readonly Mark[] {
  return [...marks].sort((one, other) => one.end - one.start - (other.end - other.start) || one.start - other.start)
}

function covers(range: Range | null, { x, y }: Point): boolean {
  const rectangles = range === null ? [] : [...range.getClientRects()]
  return rectangles.some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom)
}
