import { appError, Failure } from '../../shared/app-error.ts'
import type { Annotation, HighlightColor } from '../../shared/model/annotation.ts'
import type { Actor } from '../../shared/model/gesture.ts'
import type { AnnotationUid, ArticleUid, GestureUid } from '../../shared/model/identity.ts'
import type { Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { ensureTag } from './ensure-tag.ts'
import { runGesture } from './gesture.ts'
import { getAnnotation } from './get-annotation.ts'
import { getArticleRef } from './get-article-ref.ts'
import type { AnnotationSnapshot } from './ports/entities.ts'
import { setMembers } from './set-members.ts'

/** Adds a note on the whole article. */
export function addArticleNote(
  ports: ArchivePorts,
  actor: Actor,
  wanted: { readonly article: ArticleUid; readonly note: string },
): Result<Annotation> {
  return runGesture(ports, actor, (gesture) => {
    const { article, note } = wanted
    getArticleRef(ports, article)
    const uid = ports.newUid() as AnnotationUid
    const times = { created: gesture.at, changed: gesture.at }
    const value = { article, rendition: null, quote: null, color: null, note, ...times, anchors: [] }
    gesture.edit({ kind: 'annotation', subject: uid, value })
    return getAnnotation(ports, uid)
  })
}

/** Changes the pen or the note of an annotation; what is left out stays. */
export function editAnnotation(
  ports: ArchivePorts,
  actor: Actor,
  uid: AnnotationUid,
  change: { readonly color?: HighlightColor; readonly note?: string | null },
): Result<Annotation> {
  return runGesture(ports, actor, (gesture) => {
    const before = snapshotOf(ports, uid)
    gesture.edit({ kind: 'annotation', subject: uid, value: { ...before, ...change, changed: gesture.at } })
    return getAnnotation(ports, uid)
  })
}

/** Gives or takes a tag of an annotation. */
export function tagAnnotation(
  ports: ArchivePorts,
  actor: Actor,
  uid: AnnotationUid,
  tag: { readonly name: string; readonly present: boolean },
): Result<Annotation> {
  return runGesture(ports, actor, (gesture) => {
    snapshotOf(ports, uid)
    const group = ensureTag(ports, gesture.unit, tag.name, gesture.at)
    setMembers(ports, gesture, { kind: 'annotation-tag', group, present: tag.present }, [uid])
    return getAnnotation(ports, uid)
  })
}

/** Deletes annotations as one gesture: asks nothing and can be undone, tags and all. */
export function deleteAnnotations(
  ports: ArchivePorts,
  actor: Actor,
  uids: readonly AnnotationUid[],
): Result<{ readonly annotations: number; readonly gesture: GestureUid | null }> {
  return runGesture(ports, actor, (gesture) => {
    for (const uid of uids) {
      snapshotOf(ports, uid)
      // Memberships go first, each as a change of its own, so that undo brings them back after the annotation.
      for (const name of getAnnotation(ports, uid).tags) {
        const group = ports.organising.findTag(name)
        if (group !== undefined) setMembers(ports, gesture, { kind: 'annotation-tag', group, present: false }, [uid])
      }
      gesture.edit({ kind: 'annotation', subject: uid, value: null })
    }
    return { annotations: uids.length, gesture: uids.length === 0 ? null : gesture.uid }
  })
}

/**
 * An annotation as it is stored.
 *
 * @throws Failure `archive/annotation-not-found`.
 */
export function snapshotOf(ports: ArchivePorts, uid: AnnotationUid): AnnotationSnapshot {
  const value = ports.entities.read('annotation', uid)
  if (value === null) throw new Failure(appError('archive/annotation-not-found', { uid }))
  return value
}
