import type { Json } from '../../../shared/json.ts'
import { hex } from './log-row.ts'
import { parseStored } from './sealed-change.ts'

/** A row of `import_item` as SQLite gives it, with its run's uid. */
export interface ImportItemRow {
  readonly run: string
  readonly source_hash: Uint8Array
  readonly item_key: string
  readonly source: string
  readonly outcome: string
  readonly reason: string | null
  readonly notes: string
  readonly at: string
}

/**
 * What the log seals of an import's outcome: every column but `id` and `article` (the log row's subject is the
 * article's uid, which stays when the article is purged and its row number is taken out).
 */
export function sealedImportItem(row: ImportItemRow): Json {
  return {
    run: row.run,
    sourceHash: hex(row.source_hash),
    itemKey: row.item_key,
    source: row.source,
    outcome: row.outcome,
    reason: row.reason === null ? null : parseStored(row.reason),
    notes: parseStored(row.notes),
    at: row.at,
  }
}
