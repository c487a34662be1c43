import type { Uid } from '../../shared/model/identity.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { Named, Shelves } from './ports/archived-article.ts'
import type { Gesture } from './gesture.ts'
import type { CollectionSnapshot, SavedSearchSnapshot, TagSnapshot } from './ports/entities.ts'

/** What tags and collections of another archive are called here, by their uids there. */
export type ShelfNames = ReadonlyMap<Uid, Uid>

/**
 * Puts tags, collections, saved searches and names of pens of another archive beside what is here. Of equal uid the newer
 * change wins; equal names are one; what was deleted here since stays deleted, unless an article needs it. A pen that has a
 * name here keeps it.
 */
export function restoreShelves(ports: ArchivePorts, gesture: Gesture, shelves: Shelves): ShelfNames {
  const names = new Map<Uid, Uid>()
  for (const tag of shelves.tags) names.set(tag.uid, restoreTag(ports, gesture, tag))
  for (const collection of shelves.collections) restoreCollection(ports, gesture, collection, names)
  for (const search of shelves.savedSearches) restoreSearch(ports, gesture, search)
  for (const { color, name } of shelves.pens) {
    if (ports.entities.read('pen-name', color) === null) {
      gesture.edit({ kind: 'pen-name', subject: color, value: { name } })
    }
  }
  return names
}

function restoreTag(ports: ArchivePorts, gesture: Gesture, { uid, value }: Named<TagSnapshot>): Uid {
  const here = ports.entities.read('tag', uid)
  const named = ports.organising.findTag(value.name)
  if (here === null && named !== undefined) return named
  const isFree = named === undefined || named === uid
  if (here === null || (isFree && value.changed > here.changed)) gesture.edit({ kind: 'tag', subject: uid, value })
  return uid
}

function restoreCollection(
  ports: ArchivePorts,
  gesture: Gesture,
  { uid, value }: Named<CollectionSnapshot>,
  names: Map<Uid, Uid>,
): void {
  const here = ports.entities.read('collection', uid)
  if (here !== null) {
    names.set(uid, uid)
    const named = ports.organising.findCollection(here.parent, value.name)
    // Where it lies is left alone: it could come to lie below itself.
    if ((named === undefined || named === uid) && value.changed > here.changed && value.name !== here.name) {
      gesture.edit({ kind: 'collection', subject: uid, value: { ...here, name: value.name, changed: value.changed } })
    }
    return
  }
  const parent = value.parent === null ? null : (names.get(value.parent) ?? null)
  const named = ports.organising.findCollection(parent, value.name)
  names.set(uid, named ?? uid)
  if (named !== undefined) return
  const position = Math.max(value.position, ports.organising.nextCollectionPosition(parent))
  gesture.edit({ kind: 'collection', subject: uid, value: { ...value, parent, position } })
}

function restoreSearch(ports: ArchivePorts, gesture: Gesture, { uid, value }: Named<SavedSearchSnapshot>): void {
  const here = ports.entities.read('saved-search', uid)
  if (here !== null) {
    if (value.changed > here.changed) {
      gesture.edit({ kind: 'saved-search', subject: uid, value: { ...value, position: here.position } })
    }
    return
  }
  if (wasDeletedSince(ports, uid, value)) return
  const others = ports.organising.savedSearches().flatMap((one) => ports.entities.read('saved-search', one) ?? [])
  if (others.some(({ name, query }) => name === value.name && query === value.query)) return
  const last = Math.max(-1, ...others.map(({ position }) => position))
  gesture.edit({
    kind: 'saved-search',
    subject: uid,
    value: { ...value, position: Math.max(value.position, last + 1) },
  })
}

function wasDeletedSince(ports: ArchivePorts, uid: Uid, { changed }: SavedSearchSnapshot): boolean {
  const deleted = ports.restoring.deletedAt('saved-search', uid)
  return deleted !== undefined && deleted >= changed
}
