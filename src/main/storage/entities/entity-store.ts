import type { EntityKind } from '../../archive/ports/entities.ts'
import type { Uid } from '../../../shared/model/identity.ts'

/**
 * One kind's values in its tables. Only `entities.ts` calls `put` and `remove`: it has compared the value with what is
 * stored, and it keeps the tombstones of the subject itself.
 */
export interface EntityStore<Value> {
  /** The value, with keys and lists always in the same order, so that equal values are equal JSON. */
  readonly read: (subject: string) => Value | null
  /** Puts the value in place, new or over an older one. */
  readonly put: (subject: string, value: Value) => void
  /** Deletes the row and what hangs on it; what hangs on it and has a uid leaves tombstones. */
  readonly remove: (subject: string) => void
  /** The uid under which a deleted value is remembered; null for a kind that leaves no tombstone. */
  readonly uid: (subject: string, value: Value) => Uid | null
}

/** The two halves of a subject such as `ARTICLE/TAG`. A subject of another shape is a bug. */
export function splitSubject(kind: EntityKind, subject: string): readonly [left: string, right: string] {
  const [left, right, ...rest] = subject.split('/')
  if (left === undefined || right === undefined || rest.length > 0) throw new Error(`bad ${kind} subject: ${subject}`)
  return [left, right]
}
