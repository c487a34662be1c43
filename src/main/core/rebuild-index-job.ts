import type { ArchivePorts } from '../archive/archive-ports.ts'
import type { JobRunner } from '../archive/job-runner.ts'
import { rebuildIndex } from '../archive/rebuild-index.ts'

/** `archive.rebuild-index`. */
export function createRebuildIndexJob(archive: ArchivePorts): JobRunner<'archive.rebuild-index'> {
  return (_, control) => rebuildIndex(archive, control)
}
