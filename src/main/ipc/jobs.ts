import { appError } from '../../shared/app-error.ts'
import type { JobToStart } from '../../shared/ipc/contract.ts'
import type { Instant } from '../../shared/model/identity.ts'
import type { Job, JobKind, JobProgress, Jobs, JobState, JobUid } from '../../shared/model/job.ts'
import { err, type Result } from '../../shared/result.ts'
import type { JobRunControl, JobRunner, JobRunners } from '../archive/job-runner.ts'
import { createGate, type Gate } from './job-gate.ts'
import type { ReportBug } from './report-bug.ts'

/** Long work under way and done, in this run of the core. */
export interface JobRegistry {
  readonly start: (job: JobToStart) => JobUid
  /** Asks to stop; false when there is no such job. One that ended already stays as it is. */
  readonly cancel: (uid: JobUid) => boolean
  /** Lets a job wait, or go on; false when there is no such job. */
  readonly pause: (uid: JobUid, paused: boolean) => boolean
  /** Newest first. */
  readonly list: () => readonly Job[]
  /** Cancels everything and waits for it. */
  readonly close: () => Promise<void>
}

/** What the registry needs; `onChanged` is called at most ten times a second for each job, and once at its end. */
export interface JobPorts {
  readonly runners: JobRunners
  readonly clock: () => Instant
  readonly newUid: () => string
  readonly onChanged: (job: Job) => void
  readonly reportBug: ReportBug
  readonly pause: () => Promise<void>
}

const EVENT_INTERVAL = 100
const NO_PROGRESS: JobProgress = { done: 0, total: null, import: null }

interface RunningJob {
  job: Job
  readonly abort: AbortController
  readonly gate: Gate
  readonly ended: Promise<void>
}

/** Makes the registry. A runner that throws is a bug: reported, and the job fails with `internal`. */
export function createJobs(ports: JobPorts): JobRegistry {
  const jobs = new Map<JobUid, RunningJob>()

  function change(uid: JobUid, state: JobState): void {
    const running = jobs.get(uid)
    if (running === undefined) return
    running.job = { ...running.job, state }
    ports.onChanged(running.job)
  }

  function start(wanted: JobToStart): JobUid {
    const uid = ports.newUid() as JobUid
    const abort = new AbortController()
    const gate = createGate(abort.signal)
    const control = createControl(ports, { signal: abort.signal, resumed: gate.passed }, (progress) => {
      change(uid, { status: 'running', progress, cancelling: abort.signal.aborted, paused: gate.isClosed() })
    })
    const state: JobState = { status: 'running', progress: NO_PROGRESS, cancelling: false, paused: false }
    const job: Job = { uid, kind: wanted.kind, started: ports.clock(), state }
    // The runner begins after this turn, so that the job is listed before its first event.
    const ended = Promise.resolve().then(async () => {
      const result = await runSafely(ports, wanted, control)
      const at = ports.clock()
      if (result.ok) change(uid, { status: 'done', ended: at, output: result.value })
      else change(uid, { status: 'failed', ended: at, error: result.error })
    })
    jobs.set(uid, { job, abort, gate, ended })
    return uid
  }

  function cancel(uid: JobUid): boolean {
    const running = jobs.get(uid)
    if (running === undefined) return false
    running.abort.abort()
    return true
  }

  function pause(uid: JobUid, paused: boolean): boolean {
    const running = jobs.get(uid)
    if (running === undefined) return false
    running.gate.close(paused)
    const { state } = running.job
    if (state.status === 'running') change(uid, { ...state, paused })
    return true
  }

  return {
    start,
    cancel,
    pause,
    list: () => [...jobs.values()].map(({ job }) => job).toReversed(),
    close: async () => {
      for (const { abort } of jobs.values()) abort.abort()
      await Promise.all([...jobs.values()].map(({ ended }) => ended))
    },
  }
}

/** Joins a job's reports into one progress and lets at most ten a second through. */
function createControl(
  ports: JobPorts,
  steering: Pick<JobRunControl, 'signal' | 'resumed'>,
  report: (progress: JobProgress) => void,
): JobRunControl {
  let progress = NO_PROGRESS
  let last = 0
  const update = (next: Partial<JobProgress>): void => {
    progress = { ...progress, ...next }
    const now = Date.parse(ports.clock())
    if (now - last < EVENT_INTERVAL) return
    last = now
    report(progress)
  }
  return {
    ...steering,
    pause: ports.pause,
    onProgress: (done, total) => {
      update({ done, total })
    },
    onImport: (running) => {
      update({ done: running.read, total: running.known, import: running })
    },
  }
}

async function runSafely(
  ports: JobPorts,
  wanted: JobToStart,
  control: JobRunControl,
): Promise<Result<Jobs[JobKind]['output']>> {
  try {
    // Kind and input belong together by the type of `JobToStart`; TypeScript cannot follow that through an index.
    const run = ports.runners[wanted.kind] as JobRunner<JobKind>
    return await run(wanted.input, control)
  } catch (bug) {
    return err(appError('internal', { incident: ports.reportBug(bug) }))
  }
}
