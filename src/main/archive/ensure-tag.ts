import { appError, Failure } from '../../shared/app-error.ts'
import type { Instant, Uid } from '../../shared/model/identity.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'
import { writeEntity } from './write-entity.ts'

/**
 * The tag of that name, made when there is none. Making a tag is not a change of its own to undo: an unused tag harms
 * nobody, and taking it away would take it from articles that got it since.
 *
 * @throws Failure `archive/bad-name` for an empty name.
 */
export function ensureTag(ports: ArchivePorts, unit: UnitOfWork, name: string, at: Instant): Uid {
  const trimmed = name.trim()
  if (trimmed === '') throw new Failure(appError('archive/bad-name', { name }))
  const found = ports.organising.findTag(trimmed)
  if (found !== undefined) return found
  const uid = ports.newUid()
  writeEntity(ports, unit, { kind: 'tag', subject: uid, value: { name: trimmed, created: at, changed: at } })
  return uid
}
