import type { Database } from 'better-sqlite3'
import type { LogRow } from '../log/log-row.ts'
import { PURGE_ARTICLE, PURGE_IMPORT, PURGED_JSON } from '../log/purged-record.ts'
import type { ChangeRow } from '../log/sealed-change.ts'
import type { ImportItemRow } from '../log/sealed-import-item.ts'
import { guard, type CheckContext } from './check.ts'

/** Tells records whose content was erased with their article from records that were altered. */
export interface PurgedRecords {
  readonly isPurgedChange: (row: ChangeRow, logged: LogRow) => boolean
  readonly isPurgedItem: (row: ImportItemRow & { readonly article: string | null }, logged: LogRow) => boolean
}

/**
 * A record counts as purged when it is exactly the marker and the log holds a purge of what it was about: its article
 * (also for an annotation: one that is deleted for good, which its tombstone says) or its import run.
 */
export function createPurgedRecords(database: Database): PurgedRecords {
  const acts = readActs(database)
  const isGone = database.prepare<[string]>(`SELECT 1 FROM tombstone WHERE kind = 'annotation' AND uid = ?`)
  const isAccountedFor = (kind: string, subject: string): boolean => {
    if (kind === 'import') return acts.has(`${PURGE_IMPORT} ${subject}`)
    const [owner = ''] = subject.split('/', 1)
    if (kind === 'annotation' || kind === 'annotation-tag') return isGone.get(owner) !== undefined
    return acts.has(`${PURGE_ARTICLE} ${owner}`)
  }
  return {
    isPurgedChange: (row, logged) =>
      row.before === PURGED_JSON &&
      row.after === PURGED_JSON &&
      row.undone_at !== null &&
      logged.action === `change.${row.kind}` &&
      isAccountedFor(row.kind, logged.subject),
    isPurgedItem: (row, logged) =>
      row.notes === PURGED_JSON &&
      row.source === '' &&
      row.item_key === '' &&
      row.reason === null &&
      row.source_hash.every((byte) => byte === 0) &&
      row.article === null &&
      row.at === logged.at &&
      logged.action === `import.${row.outcome}` &&
      acts.has(`${PURGE_ARTICLE} ${logged.subject}`),
  }
}

function readActs(database: Database): ReadonlySet<string> {
  const select = database
    .prepare<[string, string], string>(`SELECT action || ' ' || subject FROM log WHERE action IN (?, ?)`)
    .pluck()
  return new Set(select.all(PURGE_ARTICLE, PURGE_IMPORT))
}

const COUNTS = `SELECT
  (SELECT count(*) FROM change WHERE after = '${PURGED_JSON}') AS changes,
  (SELECT count(*) FROM import_item WHERE notes = '${PURGED_JSON}') AS importItems,
  (SELECT coalesce(sum(details ->> '$.changes'), 0) FROM log WHERE action = '${PURGE_ARTICLE}')
    + (SELECT count(*) FROM log WHERE action = '${PURGE_IMPORT}') AS loggedChanges,
  (SELECT coalesce(sum(details ->> '$.importItems'), 0) FROM log WHERE action = '${PURGE_ARTICLE}') AS loggedItems`

interface Counts {
  readonly changes: number
  readonly importItems: number
  readonly loggedChanges: number
  readonly loggedItems: number
}

/** Records are erased by a purge alone, which says how many; one more was erased by another hand. */
export function reportUnloggedPurge(context: CheckContext): void {
  guard(context, { kind: 'log', uid: 'purged' }, () => {
    const counts = context.database.prepare<[], Counts>(COUNTS).get()
    if (counts === undefined) return
    const { changes, importItems, loggedChanges, loggedItems } = counts
    if (changes === loggedChanges && importItems === loggedItems) return
    const found = `${String(changes)} changes and ${String(importItems)} import items are marked purged`
    const logged = `the log knows of ${String(loggedChanges)} and ${String(loggedItems)}`
    context.report({ kind: 'log', uid: 'purged', reason: `${found}, but ${logged}` })
  })
}
