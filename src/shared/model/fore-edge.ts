import type { HighlightColor } from './annotation.ts'

/** A mark on the fore-edge: where in the text, as a share from 0 (its beginning) to 1 (its end). */
export interface ForeEdgeFlag {
  readonly at: number
  readonly color: HighlightColor
}

/** "Read this far, marked here": what the strip shows in list, results, notes and reader. */
export interface ForeEdge {
  /** Share of the text read so far, 0 to 1; 1 when the article is marked as read. */
  readonly read: number
  /** At most 40, in the order of the text; placed highlights only. */
  readonly flags: readonly ForeEdgeFlag[]
}
