import type { ArticleUid } from '../../shared/model/identity.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { Gesture } from './gesture.ts'
import { getMarks } from './get-marks.ts'

/** Whether to be a member, and of what: `group` is a tag or a collection. */
export interface MembershipChange {
  readonly kind: 'article-tag' | 'article-collection' | 'annotation-tag'
  readonly group: string
  readonly present: boolean
}

/**
 * Makes articles or annotations members of a group, or no longer so, inside an open gesture; answers how many were not
 * already.
 *
 * @throws Failure `archive/article-not-found`.
 */
export function setMembers(
  ports: ArchivePorts,
  gesture: Gesture,
  { kind, group, present }: MembershipChange,
  members: readonly string[],
): number {
  let changed = 0
  for (const member of members) {
    if (kind !== 'annotation-tag') getMarks(ports, member as ArticleUid)
    const subject = `${member}/${group}`
    const isMember = ports.entities.read(kind, subject) !== null
    if (isMember === present) continue
    const value = present ? { uid: ports.newUid(), created: gesture.at, changed: gesture.at } : null
    gesture.edit({ kind, subject, value })
    changed++
  }
  return changed
}
