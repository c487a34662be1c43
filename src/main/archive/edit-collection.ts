import { appError, Failure } from '../../shared/app-error.ts'
import type { Actor } from '../../shared/model/gesture.ts'
import type { Uid } from '../../shared/model/identity.ts'
import type { OrganisedGroup } from '../../shared/model/organisation.ts'
import type { Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { nameOf } from './group-name.ts'
import { runGesture, type Gesture } from './gesture.ts'
import type { CollectionSnapshot } from './ports/entities.ts'

/** Makes a collection under a parent (null = at the root), last among its siblings. */
export function createCollection(
  ports: ArchivePorts,
  actor: Actor,
  { parent, name: given }: { readonly parent: Uid | null; readonly name: string },
): Result<OrganisedGroup> {
  return runGesture(ports, actor, (gesture) => {
    const name = nameOf(given)
    if (parent !== null) getCollection(ports, parent)
    assertFree(ports, parent, name)
    const uid = ports.newUid()
    const position = ports.organising.nextCollectionPosition(parent)
    const times = { created: gesture.at, changed: gesture.at }
    gesture.edit({ kind: 'collection', subject: uid, value: { parent, name, position, ...times } })
    return { uid, gesture: gesture.uid }
  })
}

/** Gives a collection another name; the same in another case is one, too. */
export function renameCollection(
  ports: ArchivePorts,
  actor: Actor,
  { uid, name: given }: { readonly uid: Uid; readonly name: string },
): Result<OrganisedGroup> {
  return runGesture(ports, actor, (gesture) => {
    const name = nameOf(given)
    const before = getCollection(ports, uid)
    assertFree(ports, before.parent, name, uid)
    return done(gesture, uid, put(gesture, uid, before, { name }))
  })
}

/** Moves a collection under a parent, before one of its children (null = last). */
export function moveCollection(
  ports: ArchivePorts,
  actor: Actor,
  { uid, parent, before }: { readonly uid: Uid; readonly parent: Uid | null; readonly before: Uid | null },
): Result<OrganisedGroup> {
  return runGesture(ports, actor, (gesture) => {
    const moved = getCollection(ports, uid)
    assertOutside(ports, uid, parent)
    assertFree(ports, parent, moved.name, uid)
    const siblings = ports.organising.childCollections(parent).filter((sibling) => sibling !== uid)
    const place = before === null ? siblings.length : siblings.indexOf(before)
    if (place < 0) throw new Failure(appError('archive/collection-not-found', { uid: before }))
    const order = siblings.toSpliced(place, 0, uid)
    const changed = order.filter((one, position) =>
      put(gesture, one, getCollection(ports, one), one === uid ? { parent, position } : { position }),
    )
    return done(gesture, uid, changed.length > 0)
  })
}

/**
 * A collection as it is stored.
 *
 * @throws Failure `archive/collection-not-found`.
 */
export function getCollection(ports: ArchivePorts, uid: Uid): CollectionSnapshot {
  const found = ports.entities.read('collection', uid)
  if (found === null) throw new Failure(appError('archive/collection-not-found', { uid }))
  return found
}

function put(gesture: Gesture, subject: Uid, before: CollectionSnapshot, change: Partial<CollectionSnapshot>): boolean {
  const value = { ...before, ...change }
  const isSame = value.parent === before.parent && value.name === before.name && value.position === before.position
  return !isSame && gesture.edit({ kind: 'collection', subject, value: { ...value, changed: gesture.at } })
}

function done({ uid: gesture }: Gesture, uid: Uid, changed: boolean): OrganisedGroup {
  return { uid, gesture: changed ? gesture : null }
}

/** @throws Failure `archive/name-taken`. */
function assertFree(ports: ArchivePorts, parent: Uid | null, name: string, own?: Uid): void {
  const bearer = ports.organising.findCollection(parent, name)
  if (bearer !== undefined && bearer !== own) throw new Failure(appError('archive/name-taken', { name }))
}

/** @throws Failure `archive/collection-cycle`, `archive/collection-not-found`. */
function assertOutside(ports: ArchivePorts, uid: Uid, parent: Uid | null): void {
  const seen = new Set<Uid>()
  for (let above = parent; above !== null && !seen.has(above); above = getCollection(ports, above).parent) {
    if (above === uid) throw new Failure(appError('archive/collection-cycle', { uid }))
    seen.add(above)
  }
}
