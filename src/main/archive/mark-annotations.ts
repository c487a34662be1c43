import type { HighlightColor } from '../../shared/model/annotation.ts'
import type { Actor } from '../../shared/model/gesture.ts'
import type { AnnotationUid, GestureUid } from '../../shared/model/identity.ts'
import type { Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { snapshotOf } from './edit-annotation.ts'
import { ensureTag } from './ensure-tag.ts'
import { runGesture, type Gesture } from './gesture.ts'
import { setMembers } from './set-members.ts'

/** What many annotations get at once; null = leave as it is. */
export interface AnnotationMarks {
  readonly color: HighlightColor | null
  readonly tag: { readonly name: string; readonly present: boolean } | null
}

/**
 * Gives many annotations a pen and gives or takes a tag, as one gesture; answers how many it changed. A note on an
 * article has no passage to mark, so it takes no pen.
 */
export function markAnnotations(
  ports: ArchivePorts,
  actor: Actor,
  uids: readonly AnnotationUid[],
  { color, tag }: AnnotationMarks,
): Result<{ readonly annotations: number; readonly gesture: GestureUid | null }> {
  return runGesture(ports, actor, (gesture) => {
    const group = tag === null || uids.length === 0 ? null : ensureTag(ports, gesture.unit, tag.name, gesture.at)
    let changed = 0
    for (const uid of uids) {
      snapshotOf(ports, uid)
      const isDrawn = color !== null && giveColor(ports, gesture, uid, color)
      const membership = { kind: 'annotation-tag', group: group ?? '', present: tag?.present ?? false } as const
      const isTagged = group !== null && setMembers(ports, gesture, membership, [uid]) > 0
      if (isDrawn || isTagged) changed++
    }
    return { annotations: changed, gesture: changed === 0 ? null : gesture.uid }
  })
}

function giveColor(ports: ArchivePorts, gesture: Gesture, uid: AnnotationUid, color: HighlightColor): boolean {
  const before = snapshotOf(ports, uid)
  if (before.quote === null || before.color === color) return false
  gesture.edit({ kind: 'annotation', subject: uid, value: { ...before, color, changed: gesture.at } })
  return true
}
