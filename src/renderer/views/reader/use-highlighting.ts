import { usePreferredReducedMotion } from '@vueuse/core'
import { nextTick } from 'vue'
import { HIGHLIGHT_COLORS, type Annotation, type HighlightColor } from '../../../shared/model/annotation.ts'
import type { AnnotationUid } from '../../../shared/model/identity.ts'
import { newProvisionalUid, useAnnotating } from '../../stores/annotating.ts'
import type { Reader } from './use-reader.ts'

/** How long a new highlight is drawn, ms. */
const DRAWING = 160

/** A highlight just made: it is shown and can be worked on under `uid` at once. */
export interface MadeHighlight {
  readonly uid: AnnotationUid
  /** What it is kept as; null when it was not kept. */
  readonly kept: Promise<Annotation | null>
}

/** Makes highlights of what is selected. */
export interface Highlighting {
  /** The selection as a highlight, opened; null when nothing is selected. */
  readonly highlight: (color: HighlightColor) => MadeHighlight | null
  /** The pen used last. */
  readonly lastPen: () => HighlightColor
  readonly takePen: (color: HighlightColor) => void
}

/**
 * Draws a new highlight from its first word to its last, and keeps it meanwhile. It is opened before it is kept: the key that
 * follows a pen is for this highlight, and the letters that follow N are its note, however long keeping takes.
 */
export function useHighlighting(reader: Reader): Highlighting {
  const { selection, shown, frame, active } = reader
  const annotating = useAnnotating()
  const motion = usePreferredReducedMotion()
  let pen: HighlightColor = HIGHLIGHT_COLORS[0]

  function highlight(color: HighlightColor): MadeHighlight | null {
    const range = selection.range.value
    if (range === null || shown.value === null) return null
    pen = color
    const uid = newProvisionalUid()
    const kept = annotating.highlight({
      place: { ...shown.value, ...range },
      color,
      note: null,
      provisional: uid,
      onKept: (annotation) => reader.renamed(uid, annotation.uid),
    })
    selection.clear()
    active.open(uid, false)
    void nextTick(() => frame.shown.value?.session.painter.draw(uid, motion.value === 'reduce' ? 0 : DRAWING))
    return { uid, kept: forgetIfLost(uid, kept) }
  }

  async function forgetIfLost(uid: AnnotationUid, kept: Promise<Annotation | null>): Promise<Annotation | null> {
    const annotation = await kept
    if (annotation === null) reader.renamed(uid, null)
    return annotation
  }

  return {
    highlight,
    lastPen: () => pen,
    takePen: (color) => {
      pen = color
    },
  }
}
