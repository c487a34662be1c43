import type { ArchivePorts } from '../archive/archive-ports.ts'
import type { JobRunner } from '../archive/job-runner.ts'
import { rebuildDerived } from '../archive/rebuild-derived.ts'
import type { ParsePool } from '../import/pool/parse-pool.ts'
import { rebuildDraft } from '../import/rebuild-draft.ts'

/** `archive.rebuild-derived`: every version's original goes the import's own road again, in the pool. */
export function createRebuildDerivedJob(archive: ArchivePorts, pool: ParsePool): JobRunner<'archive.rebuild-derived'> {
  return (_, control) =>
    rebuildDerived(
      archive,
      async (original) => {
        const draft = rebuildDraft(original)
        return draft.ok ? pool.prepare(draft.value) : draft
      },
      control,
    )
}
