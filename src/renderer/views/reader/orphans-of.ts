import type { Annotation } from '../../../shared/model/annotation.ts'
import type { ShownRendition } from '../../reader/mark.ts'

/** A highlight without a place in the text shown, and why. */
export interface Orphan {
  readonly annotation: Annotation
  /** Its words are not there; or a person said that they are not the ones. */
  readonly reason: 'orphan' | 'rejected'
}

/** The highlights of an article that have no place in the text shown. */
export function orphansOf(annotations: readonly Annotation[], shown: ShownRendition): readonly Orphan[] {
  return annotations.flatMap((annotation): Orphan[] => {
    if (annotation.quote === null) return []
    const anchor = annotation.anchors.find(
      ({ version, rendition }) => version === shown.version && rendition === shown.rendition,
    )
    if (anchor?.status === 'placed') return []
    return [{ annotation, reason: anchor?.status === 'rejected' ? 'rejected' : 'orphan' }]
  })
}
