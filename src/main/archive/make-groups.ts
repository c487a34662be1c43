import type { Uid } from '../../shared/model/identity.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { Gesture } from './gesture.ts'

/** Collections by their paths, parents before children, and tags by name. */
export interface Groups {
  readonly collections: readonly (readonly string[])[]
  readonly tags: readonly string[]
}

/**
 * Makes the collections and tags that are missing, each as a change of the gesture: its undo takes away those that are
 * empty by then. (What an import makes on its way is not recorded, and stays.)
 */
export function makeGroups(ports: ArchivePorts, gesture: Gesture, { collections, tags }: Groups): void {
  for (const path of collections) makeCollection(ports, gesture, path)
  for (const name of tags) {
    if (ports.organising.findTag(name) !== undefined) continue
    const times = { created: gesture.at, changed: gesture.at }
    gesture.edit({ kind: 'tag', subject: ports.newUid(), value: { name, ...times } })
  }
}

function makeCollection(ports: ArchivePorts, gesture: Gesture, path: readonly string[]): void {
  let parent: Uid | null = null
  for (const name of path) {
    const found = ports.organising.findCollection(parent, name)
    const uid: Uid = found ?? ports.newUid()
    if (found === undefined) {
      const position = ports.organising.nextCollectionPosition(parent)
      const value = { parent, name, position, created: gesture.at, changed: gesture.at }
      gesture.edit({ kind: 'collection', subject: uid, value })
    }
    parent = uid
  }
}
