import type { ArchivePorts } from '../archive/archive-ports.ts'
import type { JobRunner } from '../archive/job-runner.ts'
import { rebuildDerived } from '../archive/rebuild-derived.ts'
import type { ParsePool } from '../import/pool/parse-pool.ts'
import { remakeInPool } from './remake-in-pool.ts'

/** `archive.rebuild-derived`: every version's original goes the import's own road again, in the pool. */
export function createRebuildDerivedJob(archive: ArchivePorts, pool: ParsePool): JobRunner<'archive.rebuild-derived'> {
  return (_, control) => rebuildDerived(archive, remakeInPool(pool), control)
}
