import type { JobToStart } from '../../shared/ipc/contract.ts'
import type { JobUid } from '../../shared/model/job.ts'
import { ok, type Result } from '../../shared/result.ts'
import { theHost } from '../api.ts'
import type { GivenFile } from '../pipe/host-pipe.ts'
import type { ImportEntry } from './import-entry.ts'

/** What starting an import stands on. */
export interface StartPorts {
  readonly start: (job: JobToStart) => Promise<Result<{ readonly uid: JobUid }>>
  readonly change: (facts: Partial<ImportEntry>) => void
}

/** Hands files over where there are some, then starts the job. */
export async function startImport({ source, wishes }: ImportEntry, ports: StartPorts): Promise<Result<JobUid>> {
  if (source === null || source.kind === 'unfinished') {
    return uidOf(await ports.start({ kind: 'import.resume', input: { report: 'decisions' } }))
  }
  const paths = source.kind === 'paths' ? ok(source.paths) : await give(source.files, ports.change)
  if (!paths.ok) return paths
  const input = { ...wishes, paths: paths.value, format: null, dryRun: false, report: 'decisions' } as const
  return uidOf(await ports.start({ kind: 'import.run', input }))
}

async function give(files: readonly GivenFile[], change: StartPorts['change']): Promise<Result<readonly string[]>> {
  const tell = (sent: number, total: number): void => change({ state: { status: 'giving', sent, total } })
  tell(
    0,
    files.reduce((sum, { file }) => sum + file.size, 0),
  )
  const given = await theHost().give(files, tell)
  if (!given.ok) return given
  change({ folder: given.value.folder })
  return ok(given.value.paths)
}

function uidOf(started: Result<{ readonly uid: JobUid }>): Result<JobUid> {
  return started.ok ? ok(started.value.uid) : started
}
