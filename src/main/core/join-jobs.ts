import type { Actor } from '../../shared/model/gesture.ts'
import type { JobKind } from '../../shared/model/job.ts'
import type { ArchivePorts } from '../archive/archive-ports.ts'
import { emptyTrash } from '../archive/delete-for-ever.ts'
import type { JobRunner, JobRunners } from '../archive/job-runner.ts'
import type { ArticleSearch } from '../archive/ports/article-index.ts'
import type { OtherArchives } from '../archive/ports/other-archives.ts'
import type { Safekeeping } from '../archive/ports/safekeeping.ts'
import type { ParsePool } from '../import/pool/parse-pool.ts'
import { createOtherArchives } from '../storage/other-archive/other-archives.ts'
import type { ArchiveConnection } from '../storage/open-archive.ts'
import { createBackupJob, createVerifyJob, type KeepJobPorts } from './keep-jobs.ts'
import { createOrganiseJob } from './organise-job.ts'
import { createRebuildIndexJob } from './rebuild-index-job.ts'
import { verifyInThread } from './verify-thread.ts'

/** What long work stands on. */
export interface JobPorts {
  readonly connection: ArchiveConnection
  readonly archive: ArchivePorts
  readonly search: ArticleSearch
  readonly safekeeping: Safekeeping
  readonly pool: ParsePool
  /** File that the thread of `verify` runs. */
  readonly verifyWorker: string
  /** Who acts, for the history. */
  readonly actor: Actor
}

/** Every kind of long work, joined. The code of those that a start does not need is loaded with the first job of the kind. */
export function joinJobs(ports: JobPorts): JobRunners {
  const { connection, archive, search, safekeeping, pool, verifyWorker, actor } = ports
  const openOthers = (): OtherArchives => createOtherArchives(connection.file)
  const imports = { archive, openOthers, pool, standardInput: process.stdin }
  const keeping: KeepJobPorts = {
    file: connection.file,
    archive,
    safekeeping,
    verifyFile: (file, control) => verifyInThread(verifyWorker, file, control),
  }
  return {
    'import.run': onDemand(async () => (await import('./import-job.ts')).createImportJob(imports)),
    'import.resume': onDemand(async () => (await import('./import-job.ts')).createResumeJob(imports)),
    'import.sample': onDemand(async () => (await import('./sample/sample-job.ts')).createSampleJob(imports)),
    'article.organise': createOrganiseJob(archive, search, actor),
    'export.run': onDemand(async () => (await import('./export-job.ts')).createExportJob(archive, search)),
    'trash.empty': (_, control) => emptyTrash(archive, control),
    'archive.backup': createBackupJob(keeping),
    'archive.verify': createVerifyJob(keeping),
    'archive.rebuild-index': createRebuildIndexJob(archive),
    'archive.rebuild-derived': onDemand(async () =>
      (await import('./rebuild-derived-job.ts')).createRebuildDerivedJob(archive, pool),
    ),
  }
}

/** A runner that is made when it is first run. */
function onDemand<Kind extends JobKind>(make: () => Promise<JobRunner<Kind>>): JobRunner<Kind> {
  let made: Promise<JobRunner<Kind>> | undefined
  return async (input, control) => (await (made ??= make()))(input, control)
}
