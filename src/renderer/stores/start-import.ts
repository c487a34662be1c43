import { appError } from '../../shared/app-error.ts'
import type { JobToStart } from '../../shared/ipc/contract.ts'
import type { GivenPaths } from '../../shared/ipc/host-contract.ts'
import type { JobUid } from '../../shared/model/job.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { theHost } from '../api.ts'
import type { GivenFile } from '../pipe/host-pipe.ts'
import type { ImportEntry } from './import-entry.ts'

/** What starting an import stands on. */
export interface StartPorts {
  readonly start: (job: JobToStart) => Promise<Result<{ readonly uid: JobUid }>>
  readonly change: (facts: Partial<ImportEntry>) => void
  /** Ends the handing over of files. */
  readonly signal: AbortSignal
}

/** Hands files over where there are some, then starts the job. */
export async function startImport(entry: ImportEntry, ports: StartPorts): Promise<Result<JobUid>> {
  const { source, wishes } = entry
  if (source === null || source.kind === 'unfinished') {
    return uidOf(await ports.start({ kind: 'import.resume', input: { report: 'decisions' } }))
  }
  const given =
    source.kind === 'paths' ? ok({ ...source, folder: source.base }) : await give(source.files, entry, ports)
  if (!given.ok) return given
  const { paths, folder } = given.value
  const input = { ...wishes, paths, base: folder, format: null, dryRun: false, report: 'decisions' } as const
  const password = source.kind === 'paths' ? (source.password ?? null) : null
  if (password === null) return uidOf(await ports.start({ kind: 'import.run', input }))
  if (source.kind === 'paths') ports.change({ source: { ...source, password: null } })
  return uidOf(await ports.start({ kind: 'import.run', input: { ...input, password } }))
}

async function give(
  files: readonly GivenFile[],
  entry: ImportEntry,
  { change, signal }: StartPorts,
): Promise<Result<GivenPaths>> {
  const tell = (sent: number, total: number): void => change({ state: { status: 'giving', sent, total } })
  tell(
    0,
    files.reduce((sum, { file }) => sum + file.size, 0),
  )
  const given = await theHost().give(files, tell, signal)
  if (!given.ok) return given
  const { paths, folder, unread } = given.value
  change({ folder, unread: [...entry.unread, ...unread] })
  // With nothing left to read there is nothing to import.
  return paths.length === 0 ? err(appError('host/upload-not-found')) : given
}

function uidOf(started: Result<{ readonly uid: JobUid }>): Result<JobUid> {
  return started.ok ? ok(started.value.uid) : started
}
