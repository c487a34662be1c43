import type { AppError } from '../../../src/shared/app-error.ts'
import type { Instant } from '../../../src/shared/model/identity.ts'
import type { ImportItemReport, ImportJobProgress } from '../../../src/shared/model/import.ts'
import type { ImportReport, Job, JobKind, Jobs, JobUid } from '../../../src/shared/model/job.ts'

const NOON = '2026-11-25T12:00:00.000Z' as Instant
const NO_COUNTS = { read: 0, added: 0, newVersion: 0, already: 0, linkOnly: 0, failed: 0 }
const NO_TALLY = { doubtful: { added: 0, newVersion: 0 }, decisions: [], sources: [] }

/** A job that runs. */
export function aRunningJob(uid: string, kind: JobKind, progress: Partial<ImportJobProgress> | null = null): Job {
  const imported =
    progress === null
      ? null
      : { ...NO_COUNTS, ...NO_TALLY, known: 0, current: '', rate: 1, remaining: null, ...progress }
  return {
    uid: uid as JobUid,
    kind,
    started: NOON,
    state: {
      status: 'running',
      cancelling: false,
      paused: false,
      progress: { done: imported?.read ?? 0, total: imported?.known ?? null, import: imported },
    },
  }
}

/** A job that ended well. */
export function aDoneJob<Kind extends JobKind>(uid: string, kind: Kind, output: Jobs[Kind]['output']): Job {
  return { uid: uid as JobUid, kind, started: NOON, state: { status: 'done', ended: NOON, output } }
}

/** A job that failed. */
export function aFailedJob(uid: string, kind: JobKind, error: AppError): Job {
  return { uid: uid as JobUid, kind, started: NOON, state: { status: 'failed', ended: NOON, error } }
}

/** What an import did. */
export function aReport(facts: Partial<ImportReport>): ImportReport {
  return { ...NO_COUNTS, ...NO_TALLY, gesture: null, seconds: 3, cancelled: false, items: [], ...facts }
}

/** What became of one item. */
export function anItem(source: string, facts: Partial<ImportItemReport>): ImportItemReport {
  return { source, outcome: 'added', uid: null, title: null, reason: null, notes: [], ...facts }
}
