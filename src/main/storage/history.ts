import type { Database } from 'better-sqlite3'
import type { GestureUid, Instant } from '../../shared/model/identity.ts'
import type { Clock } from '../archive/ports/clock.ts'
import type { Actor, GestureSummary } from '../../shared/model/gesture.ts'
import type { Change, History, NewChange, StoredChange } from '../archive/ports/history.ts'
import { canonicalJson } from './canonical-json.ts'
import { readJsonColumn } from './json-column.ts'
import { createLogAppender } from './log/append-log.ts'
import type { LogAppender } from './log/append-log.ts'
import { hex } from './log/log-row.ts'
import { sealedChange } from './log/sealed-change.ts'
import type { ChangeRow } from './log/sealed-change.ts'

/**
 * What people did, on one connection. In the log a change is the act `change.KIND`. `undone_at` is not under the seal
 * of its change: whoever calls `markUndone` seals an act `undo` on the gesture, which `verify` looks for.
 */
export function createHistory(database: Database, clock: Clock): History {
  const log = createLogAppender(database)
  return {
    append: createAppend(database, log),
    seal: (_unit, action, subject, details) => {
      log.sealAct({ at: clock(), action, subject, details })
    },
    markUndone: createMarkUndone(database),
    head: () => {
      const head = log.head()
      return head === undefined ? null : hex(head)
    },
    ...createReading(database),
  }
}

function createAppend(database: Database, log: LogAppender): History['append'] {
  const insert = database.prepare(
    'INSERT INTO change (gesture, at, actor, kind, subject, before, after) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  return (_unit, change: NewChange) => {
    const { gesture, at, actor, kind, subject } = change
    const { lastInsertRowid } = insert.run(
      gesture,
      at,
      actor,
      kind,
      subject,
      canonicalJson(change.before),
      canonicalJson(change.after),
    )
    log.sealRecord({
      at,
      action: `change.${kind}`,
      subject,
      table: 'change',
      id: Number(lastInsertRowid),
      record: sealedChange(change),
    })
  }
}

function createMarkUndone(database: Database): History['markUndone'] {
  const update = database.prepare('UPDATE change SET undone_at = ? WHERE id = ?')
  return (_unit, change, at) => {
    update.run(at, change)
  }
}

type ReadingName = 'lastGesture' | 'changesOf' | 'standingChanges' | 'standing' | 'gestures'

function createReading(database: Database): Pick<History, ReadingName> {
  const newest = database
    .prepare<[], string>('SELECT gesture FROM change WHERE undone_at IS NULL ORDER BY id DESC')
    .pluck()
  const ofGesture = database.prepare<[string], ChangeRow>('SELECT * FROM change WHERE gesture = ? ORDER BY id')
  const page = database.prepare<[string, number, number], ChangeRow>(
    'SELECT * FROM change WHERE gesture = ? AND undone_at IS NULL AND id < ? ORDER BY id DESC LIMIT ?',
  )
  const summary = database.prepare<[string], { at: string; actor: string; kinds: string; changes: number }>(
    `SELECT min(at) AS at, min(actor) AS actor, json_group_array(DISTINCT kind) AS kinds, count(*) AS changes
     FROM change WHERE gesture = ? AND undone_at IS NULL`,
  )
  const newestGestures = (limit: number): ReadonlySet<string> => {
    const gestures = new Set<string>()
    if (limit <= 0) return gestures
    // From the newest backwards and no further than asked for: the list must not cost more in an old archive.
    for (const gesture of newest.iterate()) {
      gestures.add(gesture)
      if (gestures.size >= limit) break
    }
    return gestures
  }
  return {
    lastGesture: () => newest.get() as GestureUid | undefined,
    changesOf: (gesture) => ofGesture.all(gesture).map(storedChange),
    standingChanges: (gesture, before, limit) =>
      page.all(gesture, before ?? Number.MAX_SAFE_INTEGER, limit).map(storedChange),
    standing: (gesture) => {
      const row = summary.get(gesture)
      return row === undefined || row.changes === 0 ? undefined : toSummary(gesture, row)
    },
    gestures: (limit) => Array.from(newestGestures(limit), (gesture) => toSummary(gesture, summary.get(gesture))),
  }
}

function storedChange(row: ChangeRow): StoredChange {
  return {
    id: row.id,
    gesture: row.gesture as GestureUid,
    at: row.at as Instant,
    actor: row.actor as Actor,
    subject: row.subject,
    undoneAt: row.undone_at as Instant | null,
    // Rows are written from changes alone, and verified against the log: kind and values belong together.
    ...({ kind: row.kind, before: readJsonColumn(row.before), after: readJsonColumn(row.after) } as Change),
  }
}

function toSummary(
  gesture: string,
  row: { readonly at: string; readonly actor: string; readonly kinds: string; readonly changes: number } | undefined,
): GestureSummary {
  if (row === undefined) throw new Error('a gesture vanished while it was read')
  return {
    gesture: gesture as GestureUid,
    at: row.at as Instant,
    actor: row.actor as Actor,
    kinds: JSON.parse(row.kinds) as readonly string[],
    changes: row.changes,
  }
}
