import { createClient, type Client } from '../shared/ipc/client.ts'
import type { EventName, Events } from '../shared/ipc/contract.ts'
import type { Article } from '../shared/model/article.ts'
import type { Actor } from '../shared/model/gesture.ts'
import type { ArticleUid } from '../shared/model/identity.ts'
import { ok, type Result } from '../shared/result.ts'
import type { JobRunners } from './archive/job-runner.ts'
import { besideParseWorker } from './core/beside-parse-worker.ts'
import { bugLogPath, createBugLog } from './core/bug-log.ts'
import { newUid, systemClock } from './core/clock.ts'
import { compareInThread } from './core/compare-thread.ts'
import { joinJobs } from './core/join-jobs.ts'
import { joinPorts } from './core/join-ports.ts'
import { joinSearch } from './core/join-search.ts'
import { pause } from './core/pause.ts'
import { remakeOnDemand, sampleEncodings } from './core/remake-on-demand.ts'
import { renewInBackground } from './core/renew-in-background.ts'
import { readOriginal, type OriginalBytes } from './core/read-original.ts'
import { describeWarning } from './core/describe-warning.ts'
import { previewOnDemand } from './core/preview-on-demand.ts'
import { watchChanges } from './core/watch-changes.ts'
import { createParsePool } from './import/pool/parse-pool.ts'
import { createDispatcher, type Dispatch } from './ipc/dispatcher.ts'
import { createHandlers } from './ipc/handlers.ts'
import { createJobs } from './ipc/jobs.ts'
import { openArchive, type ArchiveConnection } from './storage/open-archive.ts'
import { createBrowsing } from './storage/reading/browsing.ts'
import { createSafekeeping } from './storage/safekeeping.ts'

/** How to open the core over an archive. */
export interface CoreOptions {
  readonly file: string
  /** Makes the archive when there is none. */
  readonly create: boolean
  /** Who acts through this core, for the history. */
  readonly actor: Actor
  /** File that a thread of the pool runs: `parse-worker.ts`, or its built form. */
  readonly parseWorker: string
  /** Told what a person should know about the archive's place. */
  readonly warn: (sentence: string) => void
}

/** Everything about one archive, in this process; the hosts and the command line talk to nothing else. */
export interface Core {
  /** Absolute path of the archive. */
  readonly file: string
  readonly dispatch: Dispatch
  /** The contract as typed calls, straight into the dispatcher. */
  readonly client: Client
  /** Calls back for every event; answers the function that ends it. */
  readonly onEvent: (listener: (name: string, payload: unknown) => void) => () => void
  /** Long work for a caller that waits for it itself; over the contract it is `job.start`. */
  readonly runners: JobRunners
  /** The bytes a version came from; `version` null = the current one. */
  readonly original: (uid: ArticleUid, version: number | null) => Result<OriginalBytes>
  readonly toMarkdown: (article: Article) => Promise<Result<string>>
  /** Versions of the program's parts. */
  readonly components: () => Promise<Readonly<Record<string, string>>>
  /** Ends jobs and pool, checkpoints, closes the archive. */
  readonly close: () => Promise<void>
}

/** The composition root: opens the archive and joins storage, search, import and export under the contract. */
export function openCore(options: CoreOptions): Result<Core> {
  const { file, create, actor, warn } = options
  const opened = openArchive({
    file,
    create,
    clock: systemClock,
    newUid,
    warn: (warning) => {
      warn(describeWarning(warning))
    },
  })
  return opened.ok ? ok(joinCore(opened.value, actor, options.parseWorker)) : opened
}

function joinCore(connection: ArchiveConnection, actor: Actor, parseWorker: string): Core {
  const archive = joinPorts(connection, { clock: systemClock, newUid })
  const search = joinSearch(connection.database, systemClock)
  const safekeeping = createSafekeeping(connection)
  const pool = createParsePool({ entry: parseWorker })
  const verifyWorker = besideParseWorker(parseWorker, 'verify-worker')
  const events = createEvents()
  const reportBug = createBugLog(bugLogPath(process.env))
  const runners = joinJobs({ connection, archive, search, safekeeping, pool, actor, verifyWorker })
  const jobs = createJobs({
    runners,
    clock: systemClock,
    newUid,
    reportBug,
    pause,
    onChanged: (job) => {
      events.emit('job.changed', job)
    },
  })
  const watch = watchChanges(connection, () => {
    events.emit('archive.changed', {})
  })
  const handlers = createHandlers({
    archive,
    search,
    browsing: createBrowsing(connection.database, connection.file),
    compareTexts: compareInThread(besideParseWorker(parseWorker, 'compare-worker')),
    previewExport: previewOnDemand({ ...archive, search }),
    remake: remakeOnDemand(pool),
    sampleEncodings,
    stats: safekeeping.stats,
    jobs,
    actor,
    pause,
  })
  const dispatch = createDispatcher(handlers, reportBug)
  // A command is over before it would have got anywhere, and must not hold the lock of writing meanwhile.
  const renewing = actor === 'window' ? renewInBackground(archive, reportBug) : undefined
  return {
    file: connection.file,
    dispatch,
    client: createClient({ request: dispatch, onEvent: events.listen }),
    onEvent: events.listen,
    runners,
    original: (uid, version) => readOriginal(archive, uid, version),
    toMarkdown: async (article) => (await import('./core/render-article.ts')).renderArticle(article),
    components: async () => (await import('./core/components.ts')).components(connection.database),
    close: async () => {
      await renewing?.stop()
      await jobs.close()
      await pool.close()
      watch.close()
      connection.close()
    },
  }
}

type Listener = (name: string, payload: unknown) => void

function createEvents() {
  const listeners = new Set<Listener>()
  return {
    emit: <Name extends EventName>(name: Name, payload: Events[Name]): void => {
      for (const listener of listeners) listener(name, payload)
    },
    listen: (listener: Listener): (() => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
