import type { Ref } from 'vue'
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
  /** Gets the names of what could not be read while it was handed over. */
  readonly unreadable: Ref<readonly string[]>
}

/** Hands files over where there are some, then starts the job. */
export async function startImport({ source, wishes }: ImportEntry, ports: StartPorts): Promise<Result<JobUid>> {
  if (source === null || source.kind === 'unfinished') {
    return uidOf(await ports.start({ kind: 'import.resume', input: { report: 'decisions' } }))
  }
  const given = source.kind === 'paths' ? ok({ ...source, folder: source.base }) : await give(source.files, ports)
  if (!given.ok) return given
  const { paths, folder } = given.value
  const input = { ...wishes, paths, base: folder, format: null, dryRun: false, report: 'decisions' } as const
  return uidOf(await ports.start({ kind: 'import.run', input }))
}

async function give(files: readonly GivenFile[], ports: StartPorts): Promise<Result<GivenPaths>> {
  const { change, signal, unreadable } = ports
  const tell = (sent: number, total: number): void => change({ state: { status: 'giving', sent, total } })
  tell(
    0,
    files.reduce((sum, { file }) => sum + file.size, 0),
  )
  const given = await theHost().give(files, tell, signal)
  if (!given.ok) return given
  const { paths, folder, unread } = given.value
  if (unread.length > 0) unreadable.value = [...unreadable.value, ...unread]
  change({ folder })
  // With nothing left to read there is nothing to import.
  return paths.length === 0 ? err(appError('host/upload-not-found')) : given
}

function uidOf(started: Result<{ readonly uid: JobUid }>): Result<JobUid> {
  return started.ok ? ok(started.value.uid) : started
}
