import { appError, Failure } from '../../shared/app-error.ts'
import type { Annotation, SelectedPlace } from '../../shared/model/annotation.ts'
import type { Actor } from '../../shared/model/gesture.ts'
import type { AnnotationUid } from '../../shared/model/identity.ts'
import type { Result } from '../../shared/result.ts'
import { splitsSurrogatePair } from '../../shared/text/surrogate-pair.ts'
import { anchoredOnAllVersions } from './anchor-on.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { snapshotOf } from './edit-annotation.ts'
import { getAnnotation } from './get-annotation.ts'
import { getArticleRef } from './get-article-ref.ts'
import { runGesture } from './gesture.ts'
import type { StoredText } from './ports/article-records.ts'
import type { AnchorSnapshot, AnnotationSnapshot } from './ports/entities.ts'

/** A text of an annotation's article by its numbers. */
type TextNumbers = Pick<SelectedPlace, 'version' | 'rendition'>

/**
 * Gives a highlight a place by hand, as an orphan gets one; its quote stays what was once marked. Later texts, and those of
 * other versions where it is an orphan, are searched for what stands at this place. Fails with `archive/annotation-not-found`, `archive/version-not-found`, and
 * `archive/quote-not-found` for a place that is empty or outside the text.
 */
export function placeAnnotation(
  ports: ArchivePorts,
  actor: Actor,
  uid: AnnotationUid,
  place: SelectedPlace,
): Result<Annotation> {
  return runGesture(ports, actor, (gesture) => {
    const value = snapshotOf(ports, uid)
    const { text, rendition } = textOf(ports, value, place)
    const { start, end } = place
    const isWhole = !splitsSurrogatePair(text, start) && !splitsSurrogatePair(text, end)
    if (value.quote === null || end > text.length || text.slice(start, end).trim() === '' || !isWhole) {
      throw new Failure(appError('archive/quote-not-found', { quote: text.slice(start, end) }))
    }
    const anchor: AnchorSnapshot = { rendition, start, end, strategy: 'manual', score: 1, status: 'placed' }
    const { id } = getArticleRef(ports, value.article)
    const everywhere = anchoredOnAllVersions(ports, id, withAnchor(value, anchor, gesture.at))
    gesture.edit({ kind: 'annotation', subject: uid, value: everywhere })
    return getAnnotation(ports, uid)
  })
}

/**
 * Says that a highlight's place in a text is wrong. It is kept as rejected there, and a rebuild that would find the same
 * words again leaves it so. Without a place there, nothing changes. Errors as of `placeAnnotation`.
 */
export function rejectPlace(
  ports: ArchivePorts,
  actor: Actor,
  uid: AnnotationUid,
  numbers: TextNumbers,
): Result<Annotation> {
  return runGesture(ports, actor, (gesture) => {
    const value = snapshotOf(ports, uid)
    const { rendition } = textOf(ports, value, numbers)
    const found = value.anchors.find((anchor) => anchor.rendition === rendition)
    if (found?.status === 'placed') {
      const anchor: AnchorSnapshot = { ...found, score: 0, status: 'rejected' }
      gesture.edit({ kind: 'annotation', subject: uid, value: withAnchor(value, anchor, gesture.at) })
    }
    return getAnnotation(ports, uid)
  })
}

function textOf(ports: ArchivePorts, { article: uid }: AnnotationSnapshot, numbers: TextNumbers): StoredText {
  const { version, rendition } = numbers
  const stored = ports.records.numberedText(getArticleRef(ports, uid).id, version, rendition)
  if (stored === undefined) throw new Failure(appError('archive/version-not-found', { uid, version, rendition }))
  return stored
}

function withAnchor(
  value: AnnotationSnapshot,
  anchor: AnchorSnapshot,
  changed: AnnotationSnapshot['changed'],
): AnnotationSnapshot {
  const others = value.anchors.filter(({ rendition }) => rendition !== anchor.rendition)
  return { ...value, changed, anchors: [...others, anchor] }
}
