import { appError } from '../../../shared/app-error.ts'
import type { ImportCounts, ImportItemReport, ImportJobProgress, ImportTally } from '../../../shared/model/import.ts'
import type { ImportEntry, ImportState } from '../../stores/import-entry.ts'
import { ledgerOf, type ImportLedger } from '../../stores/import-ledger.ts'

const NOTHING: ImportCounts & ImportTally = {
  read: 0,
  added: 0,
  newVersion: 0,
  already: 0,
  linkOnly: 0,
  failed: 0,
  doubtful: { added: 0, newVersion: 0 },
  decisions: [],
  sources: [],
}

/** The ledger of an import at any moment; what could not be read when it was given is found, and failed. */
export function ledgerOfEntry({ state, unread }: Pick<ImportEntry, 'state' | 'unread'>): ImportLedger {
  const progress = progressOf(state)
  const known = state.status === 'done' ? state.known : (progress?.known ?? null)
  const counts = withUnread(state.status === 'done' ? state.report : (progress ?? NOTHING), unread)
  return ledgerOf(counts, known === null ? null : known + unread.length)
}

/** Counts in which what could not be read when it was given has failed. */
export function withUnread<Counts extends ImportCounts>(counts: Counts, unread: readonly string[]): Counts {
  return { ...counts, read: counts.read + unread.length, failed: counts.failed + unread.length }
}

/** What could not be read when it was given, as items of the report. */
export function unreadItems(unread: readonly string[]): readonly ImportItemReport[] {
  const cause = 'it could not be read when it was given'
  return unread.map((path) => ({
    source: path,
    outcome: 'failed',
    uid: null,
    title: null,
    reason: appError('import/not-readable', { path, cause }),
    notes: [],
  }))
}

/** How far an import had come when it was last heard of; null before that and after its end. */
export function progressOf(state: ImportState): ImportJobProgress | null {
  return state.status === 'running' || state.status === 'failed' ? state.progress : null
}

/** The folder that what was given lies in: paths are shown from there on. Null when there is no one folder. */
export function commonFolder(sources: readonly { readonly path: string }[]): string | null {
  const folders = new Set(sources.map(({ path }) => /^(.*?)[/\\]+[^/\\]*[/\\]*$/su.exec(path)?.[1] ?? ''))
  const [folder] = folders
  return folders.size === 1 && folder !== undefined && folder !== '' ? folder : null
}

/** A path from a folder on; a path elsewhere stays whole. */
export function ownPath(path: string, folder: string | null): string {
  if (folder === null || !path.startsWith(folder)) return path
  return path.slice(folder.length).replace(/^[/\\]+/, '')
}
