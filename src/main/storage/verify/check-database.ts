import type { Check, CheckContext } from './check.ts'
import { guard } from './check.ts'

/** SQLite's own checks: pages, indexes, CHECK and NOT NULL, structure of the full-text tables, and foreign keys. */
export const checkDatabase: Check = (context) => {
  checkIntegrity(context)
  checkForeignKeys(context)
  return 0
}

function checkIntegrity(context: CheckContext): void {
  const damage = { kind: 'database', uid: 'integrity_check' } as const
  guard(context, damage, () => {
    const rows = context.database.prepare<[], string>('PRAGMA integrity_check(100)').pluck().all()
    // Findings come as rows, some of them with several lines under a heading `*** in database main ***`.
    for (const reason of rows.flatMap((row) => row.split('\n'))) {
      if (reason !== 'ok' && !reason.startsWith('***')) context.report({ ...damage, reason })
    }
  })
}

function checkForeignKeys(context: CheckContext): void {
  guard(context, { kind: 'database', uid: 'foreign_key_check' }, () => {
    const rows = context.database.prepare<[], { table: string; rowid: number | null; parent: string }>(
      'PRAGMA foreign_key_check',
    )
    for (const { table, rowid, parent } of rows.all()) {
      const uid = rowid === null ? table : `${table} ${String(rowid)}`
      context.report({ kind: 'database', uid, reason: `refers to a row of ${parent} that is not there` })
    }
  })
}
