import type { PreparedText } from './prepare-text.ts'
import type { TextRange } from './text-range.ts'

/**
 * Where a quote stood in the text it was made on (UTF-16 code units), how long that text was, and the text itself where
 * it is known: then the whole of it is compared with the new one, the strongest evidence there is.
 */
export interface PlaceHint extends TextRange {
  readonly textLength: number
  readonly text?: string | PreparedText | undefined
}
