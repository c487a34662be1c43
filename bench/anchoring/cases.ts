import type { TextRange } from '../../src/shared/text/text-range.ts'
import type { Question } from './strategies.ts'

/** A question with its answer; `expected` null: the passage is gone. */
export interface AnchoringCase extends Question {
  readonly kind: string
  readonly expected: TextRange | null
  /** Where it comes from, for the list of misses. */
  readonly source: string
}
