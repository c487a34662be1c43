import type { Annotation, HighlightColor } from '../../shared/model/annotation.ts'
import type { AnnotationUid } from '../../shared/model/identity.ts'
import type { TextRange } from '../../shared/text/text-range.ts'

/** A highlight that has a place in the text shown. */
export interface Mark extends TextRange {
  readonly uid: AnnotationUid
  readonly color: HighlightColor
}

/** Which text of an article is shown. */
export interface ShownRendition {
  readonly version: number
  readonly rendition: number
}

/** Where an annotation lies in the text shown; null when it has no quote, or no place there. */
export function placeIn(annotation: Annotation, shown: ShownRendition): TextRange | null {
  const anchor = annotation.anchors.find(
    ({ version, rendition }) => version === shown.version && rendition === shown.rendition,
  )
  if (anchor?.status !== 'placed' || anchor.start === null || anchor.end === null) return null
  return { start: anchor.start, end: anchor.end }
}

/** The highlights with a place in the text shown, in its order; a longer one before a shorter that begins with it. */
export function marksOf(annotations: readonly Annotation[], shown: ShownRendition): readonly Mark[] {
  return annotations
    .flatMap((annotation) => {
      const place = placeIn(annotation, shown)
      return place === null ? [] : [{ ...place, uid: annotation.uid, color: annotation.color ?? 'yellow' }]
    })
    .sort((one, other) => one.start - other.start || other.end - one.end)
}
