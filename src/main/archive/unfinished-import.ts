import type { Json } from '../../shared/json.ts'
import type { Uid } from '../../shared/model/identity.ts'
import type { UnfinishedImport } from '../../shared/model/import.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { ArchivePorts } from './archive-ports.ts'
import { finishImportRun } from './import-run.ts'

/** The newest import that never ended, or null. */
export function findUnfinishedImport(ports: ArchivePorts): Result<UnfinishedImport | null> {
  return ports.attempt(() => {
    const run = ports.ledger.lastUnfinished()
    if (run === undefined) return null
    const paths: readonly Json[] = Array.isArray(run.request['paths']) ? run.request['paths'] : []
    return { run: run.uid, started: run.started, paths: paths.filter((path) => typeof path === 'string') }
  })
}

/** Ends an import as it stands, so that it is not offered again. */
export function leaveImport(ports: ArchivePorts, run: Uid): Result<Readonly<Record<string, never>>> {
  const finished = finishImportRun(ports, run, { left: true })
  return finished.ok ? ok({}) : finished
}
