import { emptyTrash } from '../../src/main/archive/delete-for-ever.ts'
import type { JobRunners } from '../../src/main/archive/job-runner.ts'
import { joinSearch } from '../../src/main/core/join-search.ts'
import { createOrganiseJob } from '../../src/main/core/organise-job.ts'
import { previewExport } from '../../src/main/core/preview-export.ts'
import { createDispatcher, type Dispatch } from '../../src/main/ipc/dispatcher.ts'
import { createHandlers } from '../../src/main/ipc/handlers.ts'
import { createJobs, type JobRegistry } from '../../src/main/ipc/jobs.ts'
import { createBrowsing } from '../../src/main/storage/reading/browsing.ts'
import { sampleEncodings } from '../../src/main/import/encoding/sample-encodings.ts'
import { importArticle } from '../../src/main/import/import-article.ts'
import { rebuildDraft } from '../../src/main/import/rebuild-draft.ts'
import { createSafekeeping } from '../../src/main/storage/safekeeping.ts'
import { createClient, type Client } from '../../src/shared/ipc/client.ts'
import type { Job } from '../../src/shared/model/job.ts'
import { compareTexts } from '../../src/shared/text/compare-texts.ts'
import { anArchive, type TestArchive } from './an-archive.ts'
import { countingUids, stillClock } from './still-clock.ts'

/** The gate to a real archive, with the requests and events of the contract. */
export interface TestGate {
  readonly archive: TestArchive
  readonly dispatch: Dispatch
  readonly client: Client
  readonly jobs: JobRegistry
  /** Every state of a job that was told. */
  readonly told: readonly Job[]
}

const pause = (): Promise<void> => Promise.resolve()
const reportBug = (bug: unknown): string => {
  throw bug
}

/** Joins one as core.ts does, with the kinds of long work that need no pool and no thread. */
export function aGate(archive: TestArchive = anArchive()): TestGate {
  const { ports, connection } = archive
  const search = joinSearch(connection.database, stillClock)
  const runners: Pick<JobRunners, 'trash.empty' | 'article.organise'> = {
    'trash.empty': (_, control) => emptyTrash(ports, control),
    'article.organise': createOrganiseJob(ports, search, 'window'),
  }
  const told: Job[] = []
  const jobs = createJobs({
    runners: runners as JobRunners,
    clock: stillClock,
    newUid: countingUids(),
    onChanged: (job) => told.push(job),
    reportBug,
    pause,
  })
  const handlers = createHandlers({
    archive: ports,
    search,
    browsing: createBrowsing(connection.database, connection.file),
    compareTexts: (from, to) => Promise.resolve(compareTexts(from, to)),
    previewExport: (request) => previewExport({ ...ports, search }, request),
    remake: (original) => {
      const draft = rebuildDraft(original)
      return Promise.resolve(draft.ok ? importArticle(draft.value, ports) : draft)
    },
    sampleEncodings: (original) => Promise.resolve(sampleEncodings(original)),
    stats: createSafekeeping(connection).stats,
    jobs,
    actor: 'window',
    pause,
  })
  const dispatch = createDispatcher(handlers, reportBug)
  const client = createClient({ request: dispatch, onEvent: () => () => undefined })
  return { archive, dispatch, client, jobs, told }
}
