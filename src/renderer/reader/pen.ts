import type { HighlightColor } from '../../shared/model/annotation.ts'

/** A pen as the style sheets call it. */
export type PenName = 'yellow' | 'green' | 'blue' | 'rose' | 'violet'

/** The design's names of the model's colours. */
export const penNames: Readonly<Record<HighlightColor, PenName>> = {
  yellow: 'yellow',
  green: 'green',
  blue: 'blue',
  red: 'rose',
  purple: 'violet',
}
