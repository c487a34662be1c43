import type { ImportJobProgress } from '../../../shared/model/import.ts'
import type { ImportState } from '../../stores/import-entry.ts'
import { ledgerOf, type ImportLedger } from '../../stores/import-ledger.ts'

const NOTHING: ImportLedger = {
  found: 0,
  added: 0,
  newVersion: 0,
  already: 0,
  decisions: 0,
  waiting: 0,
  unaccounted: 0,
  kept: 0,
}

/** The ledger of an import at any moment. */
export function ledgerOfState(state: ImportState): ImportLedger {
  if (state.status === 'done') return ledgerOf(state.report, state.known)
  const progress = progressOf(state)
  return progress === null ? NOTHING : ledgerOf(progress, progress.known)
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
