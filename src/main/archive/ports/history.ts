import type { Json } from '../../../shared/json.ts'
import type { Actor, GestureSummary } from '../../../shared/model/gesture.ts'
import type { GestureUid, Instant } from '../../../shared/model/identity.ts'
import type { UnitOfWork } from './unit-of-work.ts'

/** One thing a person did to one subject; `kind` is an `EntityKind`, or `import` for a whole import run. */
export interface NewChange {
  readonly gesture: GestureUid
  readonly at: Instant
  readonly actor: Actor
  readonly kind: string
  readonly subject: string
  readonly before: Json
  readonly after: Json
}

/** A change as stored; `undoneAt` null while it stands. */
export interface StoredChange extends NewChange {
  readonly id: number
  readonly undoneAt: Instant | null
}

/** What people did, and the chained log over it. */
export interface History {
  /** Appends a change and the log row that seals it. */
  append: (unit: UnitOfWork, change: NewChange) => void
  /** Seals an act without a change row of its own (backup, rebuild, verify, undo): action, subject, and plain details. */
  seal: (unit: UnitOfWork, action: string, subject: string, details: Json) => void
  /** The newest gesture not undone, or undefined. */
  lastGesture: () => GestureUid | undefined
  /** A gesture's changes, oldest first. */
  changesOf: (gesture: GestureUid) => readonly StoredChange[]
  markUndone: (unit: UnitOfWork, gesture: GestureUid, at: Instant) => void
  /** Gestures not undone, newest first. */
  gestures: (limit: number) => readonly GestureSummary[]
  /** Hash of the newest log row, hexadecimal; null for an empty log. */
  head: () => string | null
}

export type { Actor, GestureSummary } from '../../../shared/model/gesture.ts'
