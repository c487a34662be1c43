import { appError, Failure } from '../../shared/app-error.ts'
import type { Actor } from '../../shared/model/gesture.ts'
import type { Uid } from '../../shared/model/identity.ts'
import type { OrganisedGroup } from '../../shared/model/organisation.ts'
import type { Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { nameOf } from './group-name.ts'
import { runGesture } from './gesture.ts'
import type { TagSnapshot } from './ports/entities.ts'

/** Gives a tag another name; refused when another tag bears it: two tags are joined by merging them. */
export function renameTag(
  ports: ArchivePorts,
  actor: Actor,
  { uid, name: given }: { readonly uid: Uid; readonly name: string },
): Result<OrganisedGroup> {
  return runGesture(ports, actor, (gesture) => {
    const name = nameOf(given)
    const before = getTag(ports, uid)
    const bearer = ports.organising.findTag(name)
    if (bearer !== undefined && bearer !== uid) throw new Failure(appError('archive/name-taken', { name }))
    if (before.name === name) return { uid, gesture: null }
    gesture.edit({ kind: 'tag', subject: uid, value: { ...before, name, changed: gesture.at } })
    return { uid, gesture: gesture.uid }
  })
}

/**
 * A tag as it is stored.
 *
 * @throws Failure `archive/tag-not-found`.
 */
export function getTag(ports: ArchivePorts, uid: Uid): TagSnapshot {
  const found = ports.entities.read('tag', uid)
  if (found === null) throw new Failure(appError('archive/tag-not-found', { uid }))
  return found
}
