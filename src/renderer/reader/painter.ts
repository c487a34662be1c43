import { HIGHLIGHT_COLORS } from '../../shared/model/annotation.ts'
import type { AnnotationUid } from '../../shared/model/identity.ts'
import type { TextRange } from '../../shared/text/text-range.ts'
import { drawRange } from './draw-range.ts'
import type { FrameWindow } from './frame-window.ts'
import { appHighlights, highlightPriorities, penHighlight, type AppHighlight } from './highlight-names.ts'
import type { Mark } from './mark.ts'
import { createPaintedMarks, type SetOfPen } from './painted-marks.ts'
import { coveredStretches } from './overlaps.ts'
import { penNames } from './pen.ts'
import type { TextMap } from './text-map.ts'

/** Paints an article's marks without touching its document. */
export interface Painter {
  /** Shows these marks, in the order of the text, and no others. What stays the same is not painted again. */
  readonly setMarks: (marks: readonly Mark[]) => void
  /** Strengthens a mark, or none: under the pointer, or opened. */
  readonly strengthen: (layer: 'hover' | 'active', uid: AnnotationUid | null) => void
  /** Shows the application's own marks of one kind, and no others of it. */
  readonly show: (kind: AppHighlight, ranges: readonly TextRange[]) => void
  /** Draws a mark that is shown already from its first word to its last. */
  readonly draw: (uid: AnnotationUid, milliseconds: number) => void
  /** The mark of a painted range. */
  readonly markOf: (range: AbstractRange) => Mark | null
  /** The painted range of a mark. */
  readonly rangeOf: (uid: AnnotationUid) => Range | null
  /** Marks over a position of the text, the shortest first. */
  readonly marksOver: (offset: number) => readonly Mark[]
}

/** A painter in the frame's own realm: its registry refuses nothing and ignores what another window made. */
export function createPainter(window: FrameWindow, map: TextMap): Painter {
  const highlights = register(window)
  const setOf: SetOfPen = ({ color }, layer) => highlights.get(penHighlight(penNames[color], layer))
  const painted = createPaintedMarks(map, setOf)
  let shown: readonly Mark[] = []

  function setMarks(marks: readonly Mark[]): void {
    painted.replace(marks)
    shown = marks
    for (const color of HIGHLIGHT_COLORS) setOf({ color }, 'under')?.clear()
    for (const stretch of coveredStretches(marks)) addRange(setOf(stretch, 'under'), map.rangeOf(stretch))
  }

  function strengthen(layer: 'hover' | 'active', uid: AnnotationUid | null): void {
    for (const color of HIGHLIGHT_COLORS) setOf({ color }, layer)?.clear()
    const entry = uid === null ? undefined : painted.get(uid)
    if (entry !== undefined) setOf(entry.mark, layer)?.add(entry.range)
  }

  function show(kind: AppHighlight, ranges: readonly TextRange[]): void {
    const highlight = highlights.get(appHighlights[kind])
    highlight?.clear()
    for (const range of ranges) addRange(highlight, map.rangeOf(range))
  }

  return {
    setMarks,
    strengthen,
    show,
    draw: (uid, milliseconds) => {
      const entry = painted.get(uid)
      if (entry !== undefined) drawRange({ ...entry, map, window, milliseconds })
    },
    markOf: painted.markOf,
    rangeOf: (uid) => painted.get(uid)?.range ?? null,
    marksOver: (offset) =>
      shown
        .filter(({ start, end }) => start <= offset && offset < end)
        .sort((one, other) => one.end - one.start - (other.end - other.start)),
  }
}

function register(window: FrameWindow): ReadonlyMap<string, Highlight> {
  const highlights = new Map<string, Highlight>()
  for (const [name, priority] of highlightPriorities()) {
    const highlight = new window.Highlight()
    highlight.priority = priority
    window.CSS.highlights.set(name, highlight)
    highlights.set(name, highlight)
  }
  return highlights
}

function addRange(highlight: Highlight | undefined, range: Range | null): void {
  if (range !== null) highlight?.add(range)
}
