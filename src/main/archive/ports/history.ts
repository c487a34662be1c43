import type { Json, JsonObject } from '../../../shared/json.ts'
import type { Actor, GestureSummary } from '../../../shared/model/gesture.ts'
import type { GestureUid, Instant } from '../../../shared/model/identity.ts'
import type { EntityKind, EntityValues } from './entities.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** Kind of the change that stands for a whole import run; its subject is the run. */
export const IMPORT_CHANGE = 'import'

/** What stood in the place of a subject before a change and after it, by kind; of an import run, what was asked for. */
export type Change =
  | {
      readonly [Kind in EntityKind]: {
        readonly kind: Kind
        readonly before: EntityValues[Kind] | null
        readonly after: EntityValues[Kind] | null
      }
    }[EntityKind]
  | { readonly kind: typeof IMPORT_CHANGE; readonly before: null; readonly after: JsonObject }

/** One thing a person did to one subject; before and after are the values of `Change` as JSON. */
export interface NewChange {
  readonly gesture: GestureUid
  readonly at: Instant
  readonly actor: Actor
  readonly kind: Change['kind']
  readonly subject: string
  readonly before: Json
  readonly after: Json
}

/** A change as stored; `undoneAt` null while it stands. */
export type StoredChange = Change &
  Readonly<Pick<NewChange, 'gesture' | 'at' | 'actor' | 'subject'>> & {
    readonly id: number
    readonly undoneAt: Instant | null
  }

/** What people did, and the chained log over it. */
export interface History {
  /** Appends a change and the log row that seals it. */
  readonly append: (unit: UnitOfWork, change: NewChange) => void
  /** Seals an act without a change row of its own (backup, rebuild, verify, undo): action, subject, and plain details. */
  readonly seal: (unit: UnitOfWork, action: string, subject: string, details: Json) => void
  /** The newest gesture not undone, or undefined. */
  readonly lastGesture: () => GestureUid | undefined
  /** A gesture's changes, oldest first. */
  readonly changesOf: (gesture: GestureUid) => readonly StoredChange[]
  /** Changes of a gesture that stand, newest first, from before a change's row on (null = from the newest). */
  readonly standingChanges: (gesture: GestureUid, before: number | null, limit: number) => readonly StoredChange[]
  readonly markUndone: (unit: UnitOfWork, change: number, at: Instant) => void
  /** What stands of a gesture; undefined when nothing does. */
  readonly standing: (gesture: GestureUid) => GestureSummary | undefined
  /** Gestures not undone, newest first. */
  readonly gestures: (limit: number) => readonly GestureSummary[]
  /** Hash of the newest log row, hexadecimal; null for an empty log. */
  readonly head: () => string | null
}
