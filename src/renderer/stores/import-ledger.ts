import type { DoubtfulCounts, ImportCounts } from '../../shared/model/import.ts'

/** Where every item of an import is; each item is in exactly one line, so the lines add up to what was found. */
export interface ImportLedger {
  readonly found: number
  readonly added: number
  readonly newVersion: number
  readonly already: number
  /** Link only, failed, or in with a remark. */
  readonly decisions: number
  /** Not read yet, or when the import was stopped: not read. */
  readonly waiting: number
  /** What no line holds: a bug whenever it is not 0, and said openly. */
  readonly unaccounted: number
  /** Articles that this import put into the archive or brought a new version of, links among them. */
  readonly kept: number
}

type Counted = ImportCounts & { readonly doubtful: DoubtfulCounts }

/** The ledger of counts; `known` = items found so far, null when the import has ended and everything was read. */
export function ledgerOf(counts: Counted, known: number | null): ImportLedger {
  const { doubtful, linkOnly, failed, already } = counts
  const added = counts.added - doubtful.added
  const newVersion = counts.newVersion - doubtful.newVersion
  const decisions = linkOnly + failed + doubtful.added + doubtful.newVersion
  const found = Math.max(known ?? counts.read, counts.read)
  const waiting = found - counts.read
  const unaccounted = found - (added + newVersion + already + decisions + waiting)
  const kept = counts.added + counts.newVersion + linkOnly
  return { found, added, newVersion, already, decisions, waiting, unaccounted, kept }
}
