import { appError, Failure } from '../../shared/app-error.ts'
import type { Instant, Uid } from '../../shared/model/identity.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'
import { writeEntity } from './write-entity.ts'

/**
 * The collection at a path from the root (`['Work', 'War']`), its missing steps made.
 *
 * @throws Failure `archive/bad-name` for an empty path or step.
 */
export function ensureCollection(ports: ArchivePorts, unit: UnitOfWork, path: readonly string[], at: Instant): Uid {
  let parent: Uid | null = null
  for (const step of path) parent = ensureChild(ports, unit, { parent, name: step.trim() }, at)
  if (parent === null) throw new Failure(appError('archive/bad-name', { name: path.join('/') }))
  return parent
}

function ensureChild(
  ports: ArchivePorts,
  unit: UnitOfWork,
  place: { readonly parent: Uid | null; readonly name: string },
  at: Instant,
): Uid {
  if (place.name === '') throw new Failure(appError('archive/bad-name', { name: place.name }))
  const found = ports.organising.findCollection(place.parent, place.name)
  if (found !== undefined) return found
  const uid = ports.newUid()
  const position = ports.organising.nextCollectionPosition(place.parent)
  const value = { ...place, position, created: at, changed: at }
  writeEntity(ports, unit, { kind: 'collection', subject: uid, value })
  return uid
}
