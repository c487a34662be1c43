import { usePreferredReducedMotion } from '@vueuse/core'
import { nextTick } from 'vue'
import { HIGHLIGHT_COLORS, type Annotation, type HighlightColor } from '../../../shared/model/annotation.ts'
import { newProvisionalUid, useAnnotating } from '../../stores/annotating.ts'
import type { Reader } from './use-reader.ts'

/** How long a new highlight is drawn, ms. */
const DRAWING = 160

/** Makes highlights of what is selected. */
export interface Highlighting {
  /** The selection as a highlight; null when nothing is selected, or it was not kept. */
  readonly highlight: (color: HighlightColor) => Promise<Annotation | null>
  /** The pen used last. */
  readonly lastPen: () => HighlightColor
  readonly takePen: (color: HighlightColor) => void
}

/** Draws a new highlight from its first word to its last, and keeps it meanwhile. */
export function useHighlighting({ selection, shown, frame }: Reader): Highlighting {
  const annotating = useAnnotating()
  const motion = usePreferredReducedMotion()
  let pen: HighlightColor = HIGHLIGHT_COLORS[0]

  async function highlight(color: HighlightColor): Promise<Annotation | null> {
    const range = selection.range.value
    if (range === null || shown.value === null) return null
    pen = color
    const provisional = newProvisionalUid()
    const kept = annotating.highlight({ place: { ...shown.value, ...range }, color, note: null, provisional })
    selection.clear()
    await nextTick()
    frame.shown.value?.session.painter.draw(provisional, motion.value === 'reduce' ? 0 : DRAWING)
    return kept
  }

  return {
    highlight,
    lastPen: () => pen,
    takePen: (color) => {
      pen = color
    },
  }
}
