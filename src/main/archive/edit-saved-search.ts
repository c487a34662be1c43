import { appError, Failure } from '../../shared/app-error.ts'
import type { Actor } from '../../shared/model/gesture.ts'
import type { Uid } from '../../shared/model/identity.ts'
import type { OrganisedGroup } from '../../shared/model/organisation.ts'
import type { Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { runGesture, type Gesture } from './gesture.ts'
import { nameOf } from './group-name.ts'
import type { SavedSearchSnapshot } from './ports/entities.ts'

/** Keeps a query under a name, last among the saved searches; another may have the same name. */
export function createSavedSearch(
  ports: ArchivePorts,
  actor: Actor,
  { name, query }: { readonly name: string; readonly query: string },
): Result<OrganisedGroup> {
  return runGesture(ports, actor, (gesture) => {
    const uid = ports.newUid()
    const position = placeAfterAll(ports)
    const value = {
      name: nameOf(name),
      query: query.toWellFormed(),
      position,
      created: gesture.at,
      changed: gesture.at,
    }
    gesture.edit({ kind: 'saved-search', subject: uid, value })
    return { uid, gesture: gesture.uid }
  })
}

/** Deleting leaves gaps: how many there are says nothing of where the last stands. */
function placeAfterAll(ports: ArchivePorts): number {
  const last = ports.organising.savedSearches().at(-1)
  return last === undefined ? 0 : getSavedSearch(ports, last).position + 1
}

/** Gives a saved search another name or query; null leaves it as it is. */
export function editSavedSearch(
  ports: ArchivePorts,
  actor: Actor,
  { uid, name, query }: { readonly uid: Uid; readonly name: string | null; readonly query: string | null },
): Result<OrganisedGroup> {
  return runGesture(ports, actor, (gesture) => {
    const change = {
      ...(name === null ? {} : { name: nameOf(name) }),
      ...(query === null ? {} : { query: query.toWellFormed() }),
    }
    return done(gesture, uid, put(gesture, uid, getSavedSearch(ports, uid), change))
  })
}

/** Moves a saved search before another (null = last). */
export function moveSavedSearch(
  ports: ArchivePorts,
  actor: Actor,
  { uid, before }: { readonly uid: Uid; readonly before: Uid | null },
): Result<OrganisedGroup> {
  return runGesture(ports, actor, (gesture) => {
    getSavedSearch(ports, uid)
    const others = ports.organising.savedSearches().filter((other) => other !== uid)
    const place = before === null ? others.length : others.indexOf(before)
    if (place < 0) throw notFound(before)
    const order = others.toSpliced(place, 0, uid)
    const moved = order.filter((one, position) => put(gesture, one, getSavedSearch(ports, one), { position }))
    return done(gesture, uid, moved.length > 0)
  })
}

/** Deletes a saved search; what it finds is not touched. */
export function deleteSavedSearch(ports: ArchivePorts, actor: Actor, uid: Uid): Result<OrganisedGroup> {
  return runGesture(ports, actor, (gesture) => {
    getSavedSearch(ports, uid)
    return done(gesture, uid, gesture.edit({ kind: 'saved-search', subject: uid, value: null }))
  })
}

function getSavedSearch(ports: ArchivePorts, uid: Uid): SavedSearchSnapshot {
  const found = ports.entities.read('saved-search', uid)
  if (found === null) throw notFound(uid)
  return found
}

function notFound(uid: Uid | null): Failure {
  return new Failure(appError('archive/saved-search-not-found', { uid }))
}

type Change = Partial<Pick<SavedSearchSnapshot, 'name' | 'query' | 'position'>>

function put(gesture: Gesture, subject: Uid, before: SavedSearchSnapshot, change: Change): boolean {
  const value = { ...before, ...change }
  const isSame = value.name === before.name && value.query === before.query && value.position === before.position
  return !isSame && gesture.edit({ kind: 'saved-search', subject, value: { ...value, changed: gesture.at } })
}

function done({ uid: gesture }: Gesture, uid: Uid, changed: boolean): OrganisedGroup {
  return { uid, gesture: changed ? gesture : null }
}
