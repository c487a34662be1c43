import type { AnchorStrategy, TextQuote } from '../model/annotation.ts'
import type { PlaceHint } from './place-hint.ts'
import type { QuoteOrigin } from './quote-origin.ts'
import type { PreparedText } from './prepare-text.ts'
import type { TextRange } from './text-range.ts'

/** What one strategy of the ladder is given. */
export interface AnchorRequest {
  readonly text: PreparedText
  readonly quote: TextQuote
  readonly hint: PlaceHint | undefined
  /** The text it was made on and how it became this one; undefined when it is not known. */
  readonly origin: QuoteOrigin | undefined
}

/** A place that a strategy is sure enough of. `score`: 1 certain, towards 0 doubtful; see `anchor-quote.ts`. */
export interface AnchorMatch extends TextRange {
  readonly strategy: AnchorStrategy
  readonly score: number
}

/** One step of the ladder: a confident answer, or null to let the next one try. Pure. */
export type AnchorStep = (request: AnchorRequest) => AnchorMatch | null
