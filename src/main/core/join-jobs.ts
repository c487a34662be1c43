import type { Actor } from '../../shared/model/gesture.ts'
import type { ArchivePorts } from '../archive/archive-ports.ts'
import { emptyTrash } from '../archive/delete-for-ever.ts'
import type { JobRunners } from '../archive/job-runner.ts'
import type { ArticleSearch } from '../archive/ports/article-index.ts'
import type { OtherArchives } from '../archive/ports/other-archives.ts'
import type { Safekeeping } from '../archive/ports/safekeeping.ts'
import type { ParsePool } from '../import/pool/parse-pool.ts'
import { createOtherArchives } from '../storage/other-archive/other-archives.ts'
import type { ArchiveConnection } from '../storage/open-archive.ts'
import { createExportJob } from './export-job.ts'
import { createImportJob, createResumeJob } from './import-job.ts'
import { createBackupJob, createVerifyJob, type KeepJobPorts } from './keep-jobs.ts'
import { createOrganiseJob } from './organise-job.ts'
import { createRebuildDerivedJob, createRebuildIndexJob } from './rebuild-jobs.ts'
import { createSampleJob } from './sample/sample-job.ts'
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

/** Every kind of long work, joined. */
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
    'import.run': createImportJob(imports),
    'import.resume': createResumeJob(imports),
    'import.sample': createSampleJob(imports),
    'article.organise': createOrganiseJob(archive, search, actor),
    'export.run': createExportJob(archive, search),
    'trash.empty': (_, control) => emptyTrash(archive, control),
    'archive.backup': createBackupJob(keeping),
    'archive.verify': createVerifyJob(keeping),
    'archive.rebuild-index': createRebuildIndexJob(archive),
    'archive.rebuild-derived': createRebuildDerivedJob(archive, pool),
  }
}
