import type { Actor } from '../../shared/model/gesture.ts'
import type { GestureUid, Instant } from '../../shared/model/identity.ts'
import type { Result } from '../../shared/result.ts'
import { toJson } from '../../shared/to-json.ts'
import type { ArchivePorts } from './archive-ports.ts'
import type { EntityKind } from './ports/entities.ts'
import type { UnitOfWork } from './ports/unit-of-work.ts'
import { writeEntity, type EntityWrite } from './write-entity.ts'

/** One gesture of a person while its transaction is open; every edit it makes is taken back by one undo. */
export interface Gesture {
  readonly uid: GestureUid
  readonly unit: UnitOfWork
  readonly at: Instant
  /** Puts a value in place and records what stood there before; false when it stood there already: nothing is recorded. */
  readonly edit: <Kind extends EntityKind>(write: EntityWrite<Kind>) => boolean
}

/** Runs what a person does as one transaction and one undoable gesture. */
export function runGesture<Value>(ports: ArchivePorts, actor: Actor, work: (gesture: Gesture) => Value): Result<Value> {
  return ports.attempt(() => ports.transact((unit) => work(openGesture(ports, unit, actor, gestureUid(ports)))))
}

/** The same inside a transaction that is open already, under a gesture's uid of the caller (an import run's). */
export function openGesture(ports: ArchivePorts, unit: UnitOfWork, actor: Actor, uid: GestureUid): Gesture {
  const at = ports.clock()
  const edit = <Kind extends EntityKind>(write: EntityWrite<Kind>): boolean => {
    const { changed, before, after } = writeEntity(ports, unit, write)
    if (!changed) return false
    const { kind, subject } = write
    ports.history.append(unit, { gesture: uid, at, actor, kind, subject, before: toJson(before), after: toJson(after) })
    return true
  }
  return { uid, unit, at, edit }
}

/**
 * The same gesture for what comes into being with a new article: nothing stood there before, and undo takes the article
 * as a whole, so its marks are written without a record each.
 */
export function unrecorded(ports: ArchivePorts, gesture: Gesture): Gesture {
  return {
    ...gesture,
    edit: (write) => {
      writeEntity(ports, gesture.unit, write)
      return true
    },
  }
}

function gestureUid(ports: ArchivePorts): GestureUid {
  return ports.newUid() as GestureUid
}
