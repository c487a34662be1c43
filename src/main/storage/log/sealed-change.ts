import type { Json } from '../../../shared/json.ts'

/** A row of `change` as SQLite gives it. */
export interface ChangeRow {
  readonly id: number
  readonly gesture: string
  readonly at: string
  readonly actor: string
  readonly kind: string
  readonly subject: string
  readonly before: string
  readonly after: string
  readonly undone_at: string | null
}

/**
 * What the log seals of a change: every column but `id` (the log row names it) and `undone_at` (set later; the undo is
 * an act of its own in the log). `before` and `after` as values.
 */
export function sealedChange(change: {
  readonly gesture: string
  readonly at: string
  readonly actor: string
  readonly kind: string
  readonly subject: string
  readonly before: Json
  readonly after: Json
}): Json {
  const { gesture, at, actor, kind, subject, before, after } = change
  return { gesture, at, actor, kind, subject, before, after }
}

/** JSON that this program wrote; throws a `SyntaxError` when it was altered into something else. */
export function parseStored(text: string): Json {
  return JSON.parse(text) as Json
}
