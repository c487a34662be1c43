import type { GestureUid, Instant } from './identity.ts'

/** Who acted. */
export type Actor = 'window' | 'cli' | 'import'

/** One gesture in a list of what can be undone. */
export interface GestureSummary {
  readonly gesture: GestureUid
  readonly at: Instant
  readonly actor: Actor
  /** Kinds concerned, each once. */
  readonly kinds: readonly string[]
  readonly changes: number
}

/** What an undo took back. */
export interface UndoReport {
  readonly gesture: GestureUid
  readonly at: Instant
  readonly kinds: readonly string[]
  readonly changes: number
}
