import type { CheckContext } from './check.ts'
import { unreadable } from './check.ts'

/** Tables that are walked by row number. */
export type WalkedTable = 'annotation' | 'article' | 'blob' | 'change' | 'import_item' | 'log' | 'rendition'

/** Rows asked for at a time: memory stays flat whatever the size of the table. */
const PAGE = 500

/** Unreadable pages after which a table is given up (half a million rows): a damaged row number may be astronomical. */
const MAX_UNREADABLE_PAGES = 1000

/**
 * Calls `visit` with each row number of a table, in order; answers how many there were. A stretch of the table that
 * SQLite cannot read is reported once and stepped over, so that everything behind it is still looked at.
 */
export function walkIds(context: CheckContext, table: WalkedTable, visit: (id: number) => void): number {
  const key = table === 'log' ? 'seq' : 'id'
  const page = context.database
    .prepare<[number], number>(`SELECT ${key} FROM ${table} WHERE ${key} > ? ORDER BY ${key} LIMIT ${String(PAGE)}`)
    .pluck()
  const one = context.database.prepare<[number], number>(`SELECT ${key} FROM ${table} WHERE ${key} = ?`).pluck()
  const last = lastId(context, table, key)

  let seen = 0
  let after = 0
  let failures = 0
  while (after < last && failures < MAX_UNREADABLE_PAGES) {
    let ids: readonly number[]
    try {
      ids = page.all(after)
    } catch (error) {
      const reason = unreadable(error)
      if (failures === 0) context.report({ kind: 'database', uid: table, reason })
      failures++
      ids = probe(one, after, Math.min(last, after + PAGE))
      for (const id of ids) visit(id)
      seen += ids.length
      after += PAGE
      continue
    }
    for (const id of ids) visit(id)
    seen += ids.length
    after = ids.at(-1) ?? last
  }
  return seen
}

/** The largest row number; where the way to it is damaged, none: the table is reported and left out. */
function lastId(context: CheckContext, table: WalkedTable, key: string): number {
  try {
    return context.database.prepare<[], number | null>(`SELECT max(${key}) FROM ${table}`).pluck().get() ?? 0
  } catch (error) {
    context.report({ kind: 'database', uid: table, reason: unreadable(error) })
    return 0
  }
}

/** Row by row: each look-up walks its own way down the tree and meets the damaged page only where it leads there. */
function probe(one: { get: (id: number) => number | undefined }, after: number, last: number): readonly number[] {
  const ids: number[] = []
  for (let id = after + 1; id <= last; id++) {
    try {
      if (one.get(id) !== undefined) ids.push(id)
    } catch (error) {
      unreadable(error)
    }
  }
  return ids
}
