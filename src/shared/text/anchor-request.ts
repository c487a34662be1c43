import type { AnchorStrategy, TextQuote } from '../model/annotation.ts'
import type { PreparedText } from './prepare-text.ts'
import type { TextRange } from './text-range.ts'

/** Where a quote stood in the text it was made on (UTF-16 code units), and how long that text was. */
export interface PlaceHint extends TextRange {
  readonly textLength: number
}

/** What one strategy of the ladder is given. */
export interface AnchorRequest {
  readonly text: PreparedText
  readonly quote: TextQuote
  readonly hint: PlaceHint | undefined
}

/** A place that a strategy is sure enough of. `score`: 1 certain, towards 0 doubtful; see `anchor-quote.ts`. */
export interface AnchorMatch extends TextRange {
  readonly strategy: AnchorStrategy
  readonly score: number
}

/** One step of the ladder: a confident answer, or null to let the next one try. Pure. */
export type AnchorStep = (request: AnchorRequest) => AnchorMatch | null
